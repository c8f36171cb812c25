package disclosure.report.examination;

import disclosure.report.examination.figure.ApplicationsFigures;
import disclosure.report.examination.figure.DisputesFigures;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.ProactiveFigures;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.format.FileFormat;
import disclosure.report.examination.text.Origin;
import disclosure.report.examination.text.SectionTexts;
import java.util.List;

/**
 * A published report as it was read.
 *
 * @param format what kind of file it was
 * @param origin whose report it is, and on which year
 * @param edition by which edition of the form its tables are made
 * @param proactive the tables of section two
 * @param applications table three
 * @param disputes table four
 * @param texts the texts by section
 * @param findings what is wrong or should be looked at, the worst first
 */
public record Examination(
    FileFormat format,
    Origin origin,
    Edition edition,
    ProactiveFigures proactive,
    ApplicationsFigures applications,
    DisputesFigures disputes,
    SectionTexts texts,
    List<Finding> findings) {

  /** A defensive copy is kept. */
  public Examination {
    findings = List.copyOf(findings);
  }
}
