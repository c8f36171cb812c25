package disclosure.report.check;

/** How a report can be published although a check doesn't hold. */
public enum Waiver {
  /** Not at all. */
  NONE,
  /** For a reason that is kept with the report. */
  REASON,
  /** For a reason that is kept and printed in section six. */
  PRINTED_REASON
}
