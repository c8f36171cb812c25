package disclosure.report.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.report.content.DocumentFigures;
import disclosure.report.content.DraftContent;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ProactiveFigures;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.DisputeTable;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.MergedOrgan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        Optional.of(OrganKind.DEPARTMENT),
        content(),
        matrix,
        read(DisputeTable.class, "dispute-table"),
        Optional.of(matrix.rows()),
        Optional.of(handling()),
        new LastYear(
            Optional.of(
                new ProactiveFigures(
                    new DocumentFigures(0, 0, 0),
                    new DocumentFigures(0, 0, 3),
                    0,
                    0,
                    0,
                    BigDecimal.ZERO)),
            Optional.of(carriedOut(0, 0, 0, 0, 0, 0)),
            List.of()),
        Optional.empty(),
        List.of());
  }

  /** Without the slips: every check holds. */
  static CheckedReport sound() {
    return lead(published(), "国务院令第七十一号", "国务院令第711号")
        .otherMatters("本机关2024年度发出信息处理费收费通知0件，总金额0元，实际收取0元。")
        .build();
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
          List.of(),
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

  /** A report with some things changed. */
  static final class Change {

    private int year;
    private Optional<OrganKind> kind;
    private List<String> lead;
    private List<String> overview;
    private final List<String> problems;
    private List<String> otherMatters;
    private ProactiveFigures proactive;
    private List<NamedFigure> figures;
    private String signedBy;
    private Optional<LocalDate> signedOn;
    private String organName;
    private final List<MatrixRow> rows;
    private final List<DisputeRow> disputeRows;
    private final Matrix matrix;
    private List<MergedOrgan> merged;
    private final DisputeTable disputes;
    private Optional<List<MatrixRow>> recount;
    private Optional<YearReview> handling;
    private LastYear lastYear;
    private Optional<RollUp> rollUp;
    private List<OrganCoverage> coverage;

    private Change(CheckedReport report) {
      DraftContent content = report.content();
      year = report.year();
      kind = report.kind();
      lead = content.lead();
      overview = content.overview();
      problems = content.problems();
      otherMatters = content.otherMatters();
      proactive = content.proactive();
      figures = content.figures();
      signedBy = content.signedBy();
      signedOn = content.signedOn();
      organName = report.matrix().organName();
      rows = new ArrayList<>(report.matrix().rows());
      disputeRows = new ArrayList<>(report.disputes().rows());
      matrix = report.matrix();
      merged = matrix.merged();
      disputes = report.disputes();
      recount = report.recount();
      handling = report.handling();
      lastYear = report.lastYear();
      rollUp = report.rollUp();
      coverage = report.coverage();
    }

    CheckedReport build() {
      return new CheckedReport(
          year,
          kind,
          new DraftContent(
              lead, overview, problems, otherMatters, proactive, figures, signedBy, signedOn),
          new Matrix(
              matrix.organ(),
              organName,
              matrix.from(),
              matrix.to(),
              matrix.scope(),
              matrix.asOf(),
              matrix.appliedThrough(),
              rows,
              matrix.organChanges(),
              merged),
          new DisputeTable(
              disputes.organ(),
              organName,
              disputes.from(),
              disputes.to(),
              disputes.scope(),
              disputes.asOf(),
              disputeRows),
          recount,
          handling,
          lastYear,
          rollUp,
          coverage);
    }

    Change kind(Optional<OrganKind> what) {
      kind = what;
      return this;
    }

    Change lead(String paragraph) {
      lead = List.of(paragraph);
      return this;
    }

    Change overview(String... paragraphs) {
      overview = List.of(paragraphs);
      return this;
    }

    Change otherMatters(String... paragraphs) {
      otherMatters = List.of(paragraphs);
      return this;
    }

    Change proactive(ProactiveFigures changed) {
      proactive = changed;
      return this;
    }

    Change figures(NamedFigure... named) {
      figures = List.of(named);
      return this;
    }

    Change signed(String by, Optional<LocalDate> on) {
      signedBy = by;
      signedOn = on;
      return this;
    }

    Change signedOn(String date) {
      return signed(signedBy, Optional.of(LocalDate.parse(date)));
    }

    Change organName(String name) {
      organName = name;
      return this;
    }

    /** Another row in table three; the register recounts what it had. */
    Change row(FormRow code, long total, long... counts) {
      rows.set(code.ordinal(), new MatrixRow(code, Counts.of(counts), total));
      return this;
    }

    Change dispute(
        DisputeKind kind, long upheld, long corrected, long other, long pending, long total) {
      disputeRows.set(
          kind.ordinal(), new DisputeRow(kind, upheld, corrected, other, pending, total));
      return this;
    }

    Change recount(Optional<List<MatrixRow>> recounted) {
      recount = recounted;
      return this;
    }

    Change handling(Optional<YearReview> told) {
      handling = told;
      return this;
    }

    Change inForceLastYear(ProactiveFigures before) {
      lastYear = new LastYear(Optional.of(before), lastYear.published(), lastYear.merged());
      return this;
    }

    Change lastYear(LastYear before) {
      lastYear = before;
      return this;
    }

    Change merged(RollUp.NamedOrgan organ, long carriedIn) {
      merged =
          Stream.concat(
                  merged.stream(),
                  Stream.of(
                      new MergedOrgan(
                          organ.code(), organ.name(), matrix.from(), 0, carriedIn, 0, carriedIn)))
              .toList();
      return this;
    }

    Change rollUp(RollUp sum) {
      rollUp = Optional.of(sum);
      return this;
    }

    Change coverage(OrganCoverage... organs) {
      coverage = List.of(organs);
      return this;
    }
  }

  /** Nothing amiss, with the 26 conclusions of the report. */
  static YearReview handling() {
    return new YearReview(
        26,
        List.of(),
        List.of(),
        List.of(),
        0,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** A published report with nothing in it but these carry-outs, and no disputes. */
  static LastYear.PublishedTables carriedOut(long... counts) {
    return new LastYear.PublishedTables(
        rows(FormRow.CARRIED_OUT, counts),
        Arrays.stream(DisputeKind.values())
            .map(kind -> new DisputeRow(kind, 0, 0, 0, 0, 0))
            .toList());
  }

  /** Table three with one row that isn't zero. */
  static List<MatrixRow> rows(FormRow filled, long... counts) {
    return Arrays.stream(FormRow.values())
        .map(row -> MatrixRow.of(row, row == filled ? Counts.of(counts) : Counts.ZERO))
        .toList();
  }
}
