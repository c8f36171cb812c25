package disclosure.report.publication;

/** How far a report has come. */
public enum ReportState {
  /** Nothing is entered. */
  NOT_STARTED,
  /** It is being written, or written anew after it was published. */
  DRAFT,
  /** An editor holds it for finished; a publisher decides. */
  SUBMITTED,
  /** It is published and frozen. */
  PUBLISHED,
  /** It was published again with corrections. */
  CORRECTED
}
