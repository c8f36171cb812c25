package disclosure.report.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.report.draft.DocumentFigures;
import disclosure.report.draft.DraftContent;
import disclosure.report.draft.ProactiveFigures;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Linxian report of 2024 as published, the same without its slips, and variations of that. */
final class Reports {

  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new Jdk8Module()).addModule(new JavaTimeModule()).build();

  private Reports() {}

  /** As published: with 第七十一号 and 政府信息公开处理费. */
  static CheckedReport published() {
    Matrix matrix = read(Matrix.class, "matrix");
    return new CheckedReport(
        2024,
        content(),
        matrix,
        read(DisputeTable.class, "dispute-table"),
        Optional.of(matrix.rows()),
        Optional.of(
            new ProactiveFigures(
                new DocumentFigures(0, 0, 0),
                new DocumentFigures(0, 0, 3),
                0,
                0,
                0,
                BigDecimal.ZERO)));
  }

  /** Without the slips: every check holds. */
  static CheckedReport sound() {
    return lead(published(), "国务院令第七十一号", "国务院令第711号").otherMatters("本机关2024年度未收取信息处理费。").build();
  }

  static Change change() {
    return new Change(sound());
  }

  private static Change lead(CheckedReport report, String from, String to) {
    return new Change(report).lead(report.content().lead().get(0).replace(from, to));
  }

  private static DraftContent content() {
    try (InputStream file = Reports.class.getResourceAsStream("/linxian-2024/draft.json")) {
      JsonNode draft = JSON.readTree(file);
      return new DraftContent(
          texts(draft.get("lead")),
          texts(draft.get("overview")),
          texts(draft.get("problems")),
          texts(draft.get("otherMatters")),
          new ProactiveFigures(
              new DocumentFigures(0, 0, 0), new DocumentFigures(0, 3, 0), 0, 0, 0, BigDecimal.ZERO),
          draft.get("signedBy").asText(),
          Optional.of(LocalDate.parse(draft.get("signedOn").asText())));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static List<String> texts(JsonNode paragraphs) {
    List<String> texts = new ArrayList<>();
    paragraphs.forEach(paragraph -> texts.add(paragraph.asText()));
    return texts;
  }

  private static <T> T read(Class<T> type, String example) {
    try (InputStream file = Matrix.class.getResourceAsStream("examples/" + example + ".json")) {
      return JSON.readValue(file, type);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** A report with one thing changed. */
  static final class Change {

    private final CheckedReport report;

    private Change(CheckedReport report) {
      this.report = report;
    }

    CheckedReport build() {
      return report;
    }

    Change lead(String paragraph) {
      DraftContent old = report.content();
      return content(
          new DraftContent(
              List.of(paragraph),
              old.overview(),
              old.problems(),
              old.otherMatters(),
              old.proactive(),
              old.signedBy(),
              old.signedOn()));
    }

    Change overview(String... paragraphs) {
      DraftContent old = report.content();
      return content(
          new DraftContent(
              old.lead(),
              List.of(paragraphs),
              old.problems(),
              old.otherMatters(),
              old.proactive(),
              old.signedBy(),
              old.signedOn()));
    }

    Change otherMatters(String... paragraphs) {
      DraftContent old = report.content();
      return content(
          new DraftContent(
              old.lead(),
              old.overview(),
              old.problems(),
              List.of(paragraphs),
              old.proactive(),
              old.signedBy(),
              old.signedOn()));
    }

    Change signed(String by, Optional<LocalDate> on) {
      DraftContent old = report.content();
      return content(
          new DraftContent(
              old.lead(),
              old.overview(),
              old.problems(),
              old.otherMatters(),
              old.proactive(),
              by,
              on));
    }

    Change signedOn(String date) {
      return signed(report.content().signedBy(), Optional.of(LocalDate.parse(date)));
    }

    Change organName(String name) {
      Matrix old = report.matrix();
      return matrix(
          new Matrix(
              old.organ(),
              name,
              old.from(),
              old.to(),
              old.scope(),
              old.asOf(),
              old.appliedThrough(),
              old.rows()));
    }

    /** Another row in table three; the register recounts what it had. */
    Change row(FormRow code, long total, long... counts) {
      Matrix old = report.matrix();
      List<MatrixRow> rows = new ArrayList<>(old.rows());
      rows.set(code.ordinal(), new MatrixRow(code, Counts.of(counts), total));
      return matrix(
          new Matrix(
              old.organ(),
              old.organName(),
              old.from(),
              old.to(),
              old.scope(),
              old.asOf(),
              old.appliedThrough(),
              rows));
    }

    Change dispute(
        DisputeKind kind, long upheld, long corrected, long other, long pending, long total) {
      DisputeTable old = report.disputes();
      List<DisputeRow> rows = new ArrayList<>(old.rows());
      rows.set(kind.ordinal(), new DisputeRow(kind, upheld, corrected, other, pending, total));
      return new Change(
          new CheckedReport(
              report.year(),
              report.content(),
              report.matrix(),
              new DisputeTable(
                  old.organ(),
                  old.organName(),
                  old.from(),
                  old.to(),
                  old.scope(),
                  old.asOf(),
                  rows),
              report.recount(),
              report.lastYear()));
    }

    Change recount(Optional<List<MatrixRow>> recount) {
      return new Change(
          new CheckedReport(
              report.year(),
              report.content(),
              report.matrix(),
              report.disputes(),
              recount,
              report.lastYear()));
    }

    Change lastYear(Optional<ProactiveFigures> lastYear) {
      return new Change(
          new CheckedReport(
              report.year(),
              report.content(),
              report.matrix(),
              report.disputes(),
              report.recount(),
              lastYear));
    }

    private Change matrix(Matrix matrix) {
      return new Change(
          new CheckedReport(
              report.year(),
              report.content(),
              matrix,
              report.disputes(),
              report.recount(),
              report.lastYear()));
    }

    private Change content(DraftContent content) {
      return new Change(
          new CheckedReport(
              report.year(),
              content,
              report.matrix(),
              report.disputes(),
              report.recount(),
              report.lastYear()));
    }
  }
}
