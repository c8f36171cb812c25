package disclosure.statistics.reconcile;

/** The register, or the issuer of the token for it, doesn't answer just now. */
final class RegisterAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RegisterAway(String what, Throwable cause) {
    super(what, cause);
  }

  RegisterAway(String what) {
    super(what);
  }
}
