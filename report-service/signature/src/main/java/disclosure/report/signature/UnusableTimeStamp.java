package disclosure.report.signature;

/**
 * What an authority answered is no time stamp that can be kept; its message is a sentence for who
 * runs the service, and quotes nothing of the answer.
 */
public final class UnusableTimeStamp extends Exception {

  private static final long serialVersionUID = 1L;

  /** For the reason. */
  public UnusableTimeStamp(String sentence) {
    super(sentence);
  }
}
