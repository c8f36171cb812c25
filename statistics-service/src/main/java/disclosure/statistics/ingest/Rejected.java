package disclosure.statistics.ingest;

/** A record that can't be counted. It holds nothing of the payload. */
final class Rejected extends Exception {

  private static final long serialVersionUID = 1L;

  private final RejectionCause cause;

  Rejected(RejectionCause cause) {
    super(cause.name(), null, false, false);
    this.cause = cause;
  }

  RejectionCause reason() {
    return cause;
  }
}
