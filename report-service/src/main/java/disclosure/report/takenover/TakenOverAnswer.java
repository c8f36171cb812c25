package disclosure.report.takenover;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.Links;
import disclosure.edge.Problem;
import disclosure.report.content.ReportScope;
import disclosure.report.examined.ExaminedReport;
import disclosure.report.publication.Digests;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report that was taken over, with where it comes from. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "TakenOverReport")
record TakenOverAnswer(
    OrganCode organCode,
    @Schema(examples = "2023") int year,
    ReportScope scope,
    @Schema(description = "1 for the first, one more with each that replaced it", examples = "1")
        int revision,
    @Schema(description = "As the report has it, or its code", examples = "临县人民政府办公室")
        String organName,
    @Schema(
            description =
                "Whether that is none of the organ's names, and was confirmed to be its report")
        boolean organConfirmed,
    @Schema(
            description = "The edition of the form that the tables are made by",
            enumeration = {"FORM_2019", "FORM_2021"})
        String edition,
    @Schema(description = "Whether table three has 其他处理 in one row") boolean otherHandlingInOne,
    @Schema(description = "What the sender called the file", examples = "临县2023年年度报告.pdf")
        String fileName,
    @Schema(enumeration = {"TXT", "HTML", "DOCX", "XLSX", "PDF", "OFD"}) String format,
    @Schema(description = "How long the file is", examples = "48213") int bytes,
    @Schema(description = "Of the file") Digests digests,
    @Schema(description = "Where the file is, byte for byte as it was sent") URI file,
    @Schema(description = "Why it replaced what was taken over before") Optional<String> reason,
    String takenOverBy,
    @Schema(description = "Who signed in at the client") Optional<String> person,
    Instant takenOverAt,
    @Schema(description = "Every figure of the tables, in the order of the form")
        List<TakenFigure> figures,
    @Schema(description = "What the file was examined to be, with all that was found in it")
        ExaminedReport examined) {

  static TakenOverAnswer of(TakenOver taken, ExaminedReport examined, Links links) {
    TakenOverReport report = taken.report();
    return new TakenOverAnswer(
        report.id().organ(),
        report.id().year(),
        report.id().scope(),
        taken.revision(),
        report.organName(),
        report.organConfirmed(),
        report.edition(),
        report.otherHandlingInOne(),
        taken.fileName(),
        taken.format(),
        taken.bytes(),
        taken.digests(),
        file(report, links),
        taken.reason(),
        taken.takenOverBy(),
        taken.person(),
        taken.takenOverAt(),
        report.figures(),
        examined);
  }

  private static URI file(TakenOverReport report, Links links) {
    return URI.create(
        links.to(
            "/reports/"
                + report.id().organ().value()
                + "/"
                + report.id().year()
                + "/taken-over/file"
                + (report.id().scope() == ReportScope.OWN ? "" : "?scope=" + report.id().scope())));
  }

  /** A taken over report in a list: its main figures, year against year. */
  @Schema(name = "TakenOverSummary")
  record Summary(
      @Schema(examples = "2023") int year,
      ReportScope scope,
      @Schema(examples = "1") int revision,
      @Schema(examples = "临县人民政府办公室") String organName,
      @Schema(description = "Whether that is none of the organ's names, and was confirmed")
          boolean organConfirmed,
      @Schema(examples = "临县2023年年度报告.pdf") String fileName,
      Digests digests,
      URI file,
      Instant takenOverAt,
      @Schema(description = "How many figures were confirmed", examples = "2") int confirmed,
      @Schema(description = "本年新收, altogether", examples = "27") long newlyReceived,
      @Schema(description = "上年结转, altogether", examples = "0") long carriedIn,
      @Schema(description = "办结, altogether", examples = "26") long concluded,
      @Schema(description = "结转下年度继续办理, altogether", examples = "1") long carriedOut) {

    static Summary of(TakenOver taken, Links links) {
      TakenOverReport report = taken.report();
      return new Summary(
          report.id().year(),
          report.id().scope(),
          taken.revision(),
          report.organName(),
          report.organConfirmed(),
          taken.fileName(),
          taken.digests(),
          TakenOverAnswer.file(report, links),
          taken.takenOverAt(),
          (int) report.figures().stream().filter(TakenFigure::confirmed).count(),
          report.row(FormRow.NEWLY_RECEIVED).total(),
          report.row(FormRow.CARRIED_IN).total(),
          report.row(FormRow.CONCLUDED).total(),
          report.row(FormRow.CARRIED_OUT).total());
    }
  }

  /** All of an organ that were taken over; they are a few dozen at most. */
  @Schema(name = "TakenOverReports")
  record Summaries(List<Summary> items, Optional<URI> next) {}

  /** What became of one of several files. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "TakeOverOutcome", description = "Has either takenOver or problem")
  record One(
      @Schema(description = "As the part of the form is called", examples = "2023") String year,
      @Schema(description = "What the sender calls the file", examples = "2023.pdf") String file,
      @Schema(description = "201 when it was taken over, 200 when it was before", examples = "201")
          int status,
      Optional<Summary> takenOver,
      Optional<Problem> problem) {}

  /** What became of each file, in their order. */
  @Schema(name = "TakeOverOutcomes")
  record All(List<One> outcomes) {}
}
