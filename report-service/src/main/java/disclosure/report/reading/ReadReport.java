package disclosure.report.reading;

import disclosure.report.check.Verdict;
import disclosure.report.content.DraftContent;
import disclosure.report.draft.Draft;
import disclosure.report.reference.References;
import disclosure.report.statistics.AnnualFigures;
import java.util.List;

/**
 * A report as it was read.
 *
 * @param draft what an editor wrote
 * @param content the same with the texts as they are printed: figures in place of references
 * @param references what its texts can refer to
 * @param figures what the services counted at that moment
 * @param verdicts how each check came out
 */
record ReadReport(
    Draft draft,
    DraftContent content,
    References references,
    AnnualFigures figures,
    List<Verdict> verdicts) {}
