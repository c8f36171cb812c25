package disclosure.report.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.report.content.DraftContent;
import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.form.Section;
import disclosure.report.form.Title;
import disclosure.report.publication.FrozenReport;
import disclosure.report.publication.Publication;
import disclosure.report.publication.ReportState;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A report as JSON.
 *
 * @param version the version of the draft that it is made of
 * @param revision which publication it is; 0 for a draft
 * @param checks every check of a draft; of a published report they are kept with its revision and
 *     not for the public
 * @param children the reports that it is the sum of; empty for an organ's own
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ReportAnswer(
    OrganCode organCode,
    String organName,
    int year,
    ReportScope scope,
    String edition,
    ReportState state,
    long version,
    int revision,
    Optional<Instant> publishedAt,
    Optional<String> correctionReason,
    Optional<String> returned,
    String title,
    List<String> lead,
    List<SectionAnswer> sections,
    Optional<List<CheckAnswer>> checks,
    List<FrozenReport.AddedRevision> children,
    String signedBy,
    Optional<LocalDate> signedOn) {

  static ReportAnswer of(JudgedReport report, Locale language) {
    return answer(
        report.frozen(),
        report.life().state(),
        0,
        Optional.empty(),
        Optional.empty(),
        report.life().returned(),
        Optional.of(CheckAnswer.of(report, language)));
  }

  static ReportAnswer of(Publication publication) {
    return answer(
        publication.report(),
        publication.state(),
        publication.revision(),
        Optional.of(publication.publishedAt()),
        publication.reason(),
        Optional.empty(),
        Optional.empty());
  }

  private static ReportAnswer answer(
      FrozenReport report,
      ReportState state,
      int revision,
      Optional<Instant> publishedAt,
      Optional<String> correctionReason,
      Optional<String> returned,
      Optional<List<CheckAnswer>> checks) {
    ReportId id = report.id();
    Matrix matrix = report.matrix();
    DraftContent content = report.content();
    return new ReportAnswer(
        id.organ(),
        matrix.organName(),
        id.year(),
        id.scope(),
        report.edition(),
        state,
        report.draftVersion(),
        revision,
        publishedAt,
        correctionReason,
        returned,
        Title.of(matrix.organName(), id.year(), id.scope()),
        content.lead(),
        sections(content, matrix, report.disputes()),
        checks,
        report.children(),
        content.signedBy(),
        content.signedOn());
  }

  private static List<SectionAnswer> sections(
      DraftContent content, Matrix matrix, DisputeTable disputes) {
    return List.of(
        SectionAnswer.of(Section.OVERVIEW, content.overview()),
        SectionAnswer.of(content.proactive()),
        SectionAnswer.of(matrix),
        SectionAnswer.of(disputes),
        SectionAnswer.of(Section.PROBLEMS, content.problems()),
        SectionAnswer.of(Section.OTHER_MATTERS, content.otherMatters()));
  }
}
