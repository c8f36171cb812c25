package disclosure.report.content;

/** Over which organs a report is. */
public enum ReportScope {
  /** The organ alone: what it received and handled itself. */
  OWN,
  /** 本级: a government and the departments directly below it, the sum of their reports. */
  LEVEL,
  /** 本行政区域: a government and all below it, the sum of their reports. */
  REGION
}
