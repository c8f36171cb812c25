package disclosure.statistics.ingest;

/** A batch begins after the stored position: what lies between would be lost. */
public final class PositionGap extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long storedOffset;

  PositionGap(long storedOffset) {
    super("a batch begins after the stored position", null, false, false);
    this.storedOffset = storedOffset;
  }

  /** Up to where the partition is counted. */
  public long storedOffset() {
    return storedOffset;
  }
}
