package disclosure.local.launcher;

/** Why the stack can't run, in one sentence for the person at the keyboard. */
public final class CannotStart extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sentence what is wrong and what to do
   */
  public CannotStart(String sentence) {
    super(sentence, null, false, false);
  }
}
