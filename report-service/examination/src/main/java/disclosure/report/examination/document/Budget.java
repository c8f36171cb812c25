package disclosure.report.examination.document;

/** Counts what reading a file takes, and ends it when that is too much. */
public final class Budget {

  private final Limits limits;
  private long work;
  private long inflated;

  /** For one file. */
  public Budget(Limits limits) {
    this.limits = limits;
  }

  /**
   * Counts work.
   *
   * @throws NotReadable when it is more than allowed
   */
  public void spend(long units) {
    work += units;
    if (work > limits.work()) {
      throw new NotReadable(NotReadable.Reason.TOO_MUCH_WORK);
    }
  }

  /**
   * Counts bytes that come out of a compressed part.
   *
   * @throws NotReadable when they are more than allowed
   */
  public void inflate(long bytes) {
    inflated += bytes;
    if (inflated > limits.inflatedBytes()) {
      throw new NotReadable(NotReadable.Reason.INFLATES_TOO_FAR);
    }
  }
}
