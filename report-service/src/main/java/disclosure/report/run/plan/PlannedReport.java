package disclosure.report.run.plan;

import disclosure.report.content.ReportId;

/**
 * A report that a run is to go over.
 *
 * @param id which
 * @param organName the organ's name in the directory
 * @param problem why nothing can be done with it; empty when something can
 */
public record PlannedReport(ReportId id, String organName, String problem) {}
