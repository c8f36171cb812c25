package disclosure.report.reading;

import disclosure.report.check.Verdict;
import disclosure.report.draft.Draft;
import disclosure.report.statistics.AnnualFigures;
import java.util.List;

/**
 * A report as it was read.
 *
 * @param draft what an editor wrote
 * @param figures what the services counted at that moment
 * @param verdicts how each check came out
 */
record ReadReport(Draft draft, AnnualFigures figures, List<Verdict> verdicts) {}
