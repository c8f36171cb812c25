package disclosure.report.signing;

/** An authority for time stamps can't be reached, or has no time; its message is a code for why. */
final class AuthorityAway extends Exception {

  private static final long serialVersionUID = 1L;

  AuthorityAway(String code) {
    super(code);
  }
}
