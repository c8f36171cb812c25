package disclosure.report.examination.finding;

import disclosure.report.examination.figure.ApplicationsFigures;
import disclosure.report.examination.figure.DisputesFigures;
import disclosure.report.examination.figure.ProactiveFigures;

/** What was read of the three tables of a report; of one that isn't there, nothing. */
record ReadTables(
    ProactiveFigures proactive, ApplicationsFigures applications, DisputesFigures disputes) {

  /** Where no table was found at all, they may be pictures. */
  boolean isAny() {
    return proactive.isThere() || applications.isThere() || disputes.isThere();
  }
}
