package disclosure.storage.job;

/** Another instance has the piece by now, or its job was cancelled: nothing is stored. */
final class ClaimLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClaimLost() {
    super("the claim was lost", null, false, false);
  }
}
