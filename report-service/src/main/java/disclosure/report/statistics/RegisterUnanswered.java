package disclosure.report.statistics;

/** It is the register that gives no answer, or none of use; the cause says which. */
final class RegisterUnanswered extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RegisterUnanswered(Throwable cause) {
    super("the register was asked", cause, false, false);
  }
}
