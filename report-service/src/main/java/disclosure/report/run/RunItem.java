package disclosure.report.run;

import disclosure.report.content.ReportId;
import java.util.UUID;

/**
 * One report of a run that nothing became of yet.
 *
 * @param run the run's id
 * @param number its place in the run, from 1
 * @param report which report
 * @param organName the organ's name in the directory
 */
record RunItem(UUID run, int number, ReportId report, String organName) {}
