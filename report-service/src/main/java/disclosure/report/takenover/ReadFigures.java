package disclosure.report.takenover;

import disclosure.report.content.DocumentFigures;
import disclosure.report.content.DraftContent;
import disclosure.report.content.FormerProactive;
import disclosure.report.content.ProactiveFigures;
import disclosure.report.content.ReportId;
import disclosure.report.examination.Examination;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.text.Section;
import disclosure.report.examination.text.SectionTexts;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a report of an examined file, once there is a number for every cell. */
final class ReadFigures {

  private static final int MAX_TEXT = 100_000;

  private final Examination read;
  private final ReportId id;
  private final Edition edition;
  private final boolean inOne;
  private final boolean otherName;
  private final List<TakenFigure> figures;
  private final Map<String, BigDecimal> values;
  private int room = MAX_TEXT;

  private ReadFigures(ReportId id, Examination read, boolean otherName, List<TakenFigure> figures) {
    this.id = id;
    this.otherName = otherName;
    this.read = read;
    this.edition = FormCells.edition(read, id.year());
    this.inOne = FormCells.hasOtherHandlingInOne(read);
    this.figures = figures;
    this.values = figures.stream().collect(Collectors.toMap(TakenFigure::name, TakenFigure::value));
  }

  /**
   * The report, with all figures of {@link FormCells#of}.
   *
   * @param otherName whether the name that it bears is none of the organ's
   */
  static TakenOverReport report(
      ReportId id, Examination read, boolean otherName, List<TakenFigure> figures) {
    return new ReadFigures(id, read, otherName, figures).report();
  }

  private TakenOverReport report() {
    return new TakenOverReport(
        id,
        edition.name(),
        read.origin().organ().orElse(id.organ().value()),
        otherName,
        inOne,
        content(),
        Arrays.stream(FormRow.values()).map(this::row).toList(),
        Arrays.stream(DisputeKind.values()).map(this::group).toList(),
        figures);
  }

  private long count(String name) {
    return values.get(name).longValueExact();
  }

  private MatrixRow row(FormRow row) {
    String name = row.name();
    if (inOne && FormCells.isOtherHandling(row)) {
      if (row != FormRow.of(Outcome.OTHER_HANDLING)) {
        return MatrixRow.of(row, Counts.ZERO);
      }
      name = FormCells.OTHER_HANDLING_IN_ONE;
    }
    long[] counts = new long[Column.TYPES.size()];
    for (Column column : Column.TYPES) {
      counts[column.ordinal()] = count(FormCells.cell(name, column));
    }
    return new MatrixRow(row, Counts.of(counts), count(FormCells.cell(name, Column.TOTAL)));
  }

  private DisputeRow group(DisputeKind kind) {
    List<Long> cells =
        FormCells.RESULTS.stream()
            .map(result -> count("disputes." + kind.name() + "." + result))
            .toList();
    return new DisputeRow(
        kind, cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
  }

  private DraftContent content() {
    return new DraftContent(
        fitting(read.texts().lead()),
        section(Section.OVERVIEW),
        section(Section.PROBLEMS),
        section(Section.OTHER_MATTERS),
        proactive(),
        List.of(),
        read.origin().signedBy().orElse(""),
        Optional.empty());
  }

  private List<String> section(Section section) {
    return fitting(read.texts().sections().getOrDefault(section, List.of()));
  }

  /** As many as there is room for. */
  private List<String> fitting(List<SectionTexts.Text> texts) {
    List<String> some = new ArrayList<>();
    for (SectionTexts.Text text : texts) {
      room -= text.text().length();
      if (room >= 0) {
        some.add(text.text());
      }
    }
    return some;
  }

  private ProactiveFigures proactive() {
    return switch (edition) {
      case FORM_2021 ->
          new ProactiveFigures(
              documents("regulations"),
              documents("normativeDocuments"),
              count("proactive.administrativeLicences"),
              count("proactive.administrativePenalties"),
              count("proactive.administrativeCoercion"),
              values.get("proactive.administrativeFees10kYuan"));
      case FORM_2019 ->
          ProactiveFigures.of(
              new FormerProactive(
                  issued("regulations"),
                  issued("normativeDocuments"),
                  decided("administrativeLicences"),
                  decided("otherServices"),
                  decided("administrativePenalties"),
                  decided("administrativeCoercion"),
                  former(
                      "administrativeFees",
                      count ->
                          new FormerProactive.ManagedItems(
                              count.apply("lastYear"), count.apply("change"))),
                  new FormerProactive.Procurement(
                      count("formerProactive.procurement.projects"),
                      values.get("formerProactive.procurement.amount"))));
    };
  }

  private DocumentFigures documents(String kind) {
    String prefix = "proactive." + kind + ".";
    return new DocumentFigures(
        count(prefix + "issued"), count(prefix + "repealed"), count(prefix + "inForce"));
  }

  private FormerProactive.IssuedDocuments issued(String kind) {
    return former(
        kind,
        count ->
            new FormerProactive.IssuedDocuments(
                count.apply("made"), count.apply("published"), count.apply("publishedInAll")));
  }

  private FormerProactive.DecidedItems decided(String kind) {
    return former(
        kind,
        count ->
            new FormerProactive.DecidedItems(
                count.apply("lastYear"), count.apply("change"), count.apply("decisions")));
  }

  private <T> T former(String kind, Function<Function<String, Long>, T> row) {
    return row.apply(part -> count("formerProactive." + kind + "." + part));
  }
}
