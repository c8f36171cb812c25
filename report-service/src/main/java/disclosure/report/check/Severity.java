package disclosure.report.check;

/** What it means that a check doesn't hold. */
public enum Severity {
  /** The report can't be published, unless section six explains where the check allows that. */
  BLOCKS,
  /** The report can be published all the same, for a reason that is kept. */
  WARNS
}
