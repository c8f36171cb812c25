package disclosure.report.check;

/** How a check came out. */
public enum Result {
  /** The report is as it should be. */
  HOLDS,
  /** It isn't. */
  BROKEN,
  /** What it would be compared with is not to be had. */
  UNDECIDED,
  /** The check is about another kind of report. */
  NOT_APPLICABLE
}
