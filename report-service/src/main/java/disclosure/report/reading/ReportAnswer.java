package disclosure.report.reading;

import disclosure.report.assembly.Section;
import disclosure.report.assembly.Title;
import disclosure.report.content.DraftContent;
import disclosure.report.draft.Draft;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report as JSON. */
record ReportAnswer(
    OrganCode organCode,
    String organName,
    int year,
    String edition,
    State state,
    long version,
    String title,
    List<String> lead,
    List<SectionAnswer> sections,
    List<CheckAnswer> checks,
    String signedBy,
    Optional<LocalDate> signedOn) {

  /** How far a report has come. */
  enum State {
    DRAFT
  }

  static ReportAnswer of(ReadReport report, Locale language) {
    Draft draft = report.draft();
    DraftContent content = report.content();
    Matrix matrix = report.figures().matrix();
    return new ReportAnswer(
        draft.organ(),
        matrix.organName(),
        draft.year(),
        draft.edition(),
        State.DRAFT,
        draft.version(),
        Title.of(matrix.organName(), draft.year()),
        content.lead(),
        List.of(
            SectionAnswer.of(Section.OVERVIEW, content.overview()),
            SectionAnswer.of(content.proactive()),
            SectionAnswer.of(matrix),
            SectionAnswer.of(report.figures().disputes()),
            SectionAnswer.of(Section.PROBLEMS, content.problems()),
            SectionAnswer.of(Section.OTHER_MATTERS, content.otherMatters())),
        report.verdicts().stream().flatMap(verdict -> CheckAnswer.of(verdict, language)).toList(),
        content.signedBy(),
        content.signedOn());
  }
}
