package disclosure.storage.job;

/**
 * How far a piece got.
 *
 * @param done how much of the job's total was done
 * @param more whether the piece goes on with its next part
 */
public record Progress(long done, boolean more) {

  /** The piece is done. */
  public static Progress finished(long done) {
    return new Progress(done, false);
  }

  /** A part of the piece is done, and there may be another. */
  public static Progress more(long done) {
    return new Progress(done, true);
  }
}
