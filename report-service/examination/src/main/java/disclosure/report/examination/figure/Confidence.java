package disclosure.report.examination.figure;

/** How sure a reading is. */
public enum Confidence {
  /** Label, column and figure are exactly as the form has them. */
  SURE,
  /** Something was unusual, and there is only one way to read it. */
  LIKELY,
  /** It may be otherwise; somebody has to look. */
  DOUBTFUL;

  /** The less sure of two. */
  public Confidence and(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
