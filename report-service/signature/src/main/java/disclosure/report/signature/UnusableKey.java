package disclosure.report.signature;

/** A key that can't be signed with; its message is a sentence for who runs the service. */
public final class UnusableKey extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableKey(String sentence) {
    super(sentence);
  }
}
