package disclosure.report.check;

/** What it means that a check doesn't hold. */
public enum Severity {
  /** The report can't be published. */
  BLOCKS,
  /** The report can be published all the same, for a reason. */
  WARNS
}
