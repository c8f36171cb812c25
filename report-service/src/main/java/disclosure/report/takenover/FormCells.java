package disclosure.report.takenover;

import disclosure.report.examination.Examination;
import disclosure.report.examination.document.Place;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.DisputesFigures;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.ProactiveFigures;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.figure.RowReading;
import disclosure.report.takenover.FormCell.Kind;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every cell that a report has to have by the form, whether it was found or not. */
public final class FormCells {

  static final String OTHER_HANDLING_IN_ONE = "OTHER_HANDLING_IN_ONE";

  static final List<String> RESULTS = List.of("upheld", "corrected", "other", "pending", "total");

  private static final String TEN_THOUSAND_YUAN = "万元";
  private static final List<String> DOCUMENTS = List.of("issued", "repealed", "inForce");
  private static final List<String> FORMER_DOCUMENTS =
      List.of("made", "published", "publishedInAll");
  private static final List<String> FORMER_ITEMS = List.of("lastYear", "change", "decisions");

  private static final Map<ProactiveRow, String> ROWS =
      Map.of(
          ProactiveRow.REGULATIONS, "regulations",
          ProactiveRow.NORMATIVE_DOCUMENTS, "normativeDocuments",
          ProactiveRow.LICENCES, "administrativeLicences",
          ProactiveRow.OTHER_SERVICES, "otherServices",
          ProactiveRow.PENALTIES, "administrativePenalties",
          ProactiveRow.COERCION, "administrativeCoercion",
          ProactiveRow.FEES, "administrativeFees",
          ProactiveRow.PROCUREMENT, "procurement");

  private final Examination read;
  private final Edition edition;
  private final List<FormCell> cells = new ArrayList<>();

  private FormCells(Examination read, int year) {
    this.read = read;
    this.edition = edition(read, year);
  }

  /** The edition that table two is made by; without one, that of the year. */
  static Edition edition(Examination read, int year) {
    return read.proactive().isThere() ? read.proactive().edition() : Edition.of(year);
  }

  /** Whether table three has 其他处理 in one row. */
  static boolean hasOtherHandlingInOne(Examination read) {
    return read.applications().otherHandlingInOne().isPresent();
  }

  /** Of a report on that year, in the order of the form. */
  public static List<FormCell> of(Examination read, int year) {
    FormCells form = new FormCells(read, year);
    form.proactive();
    form.applications();
    form.disputes();
    return form.cells;
  }

  private void proactive() {
    for (ProactiveRow row : ProactiveRow.values()) {
      Optional<String> label = row.label(edition);
      List<String> headings = row.headings(edition);
      List<String> names = names(row);
      for (int i = 0; i < headings.size(); i++) {
        cells.add(
            new FormCell(
                names.get(i),
                "表二“" + label.orElseThrow() + "”" + headings.get(i),
                kind(row, i),
                reading(row, i)));
      }
    }
  }

  private List<String> names(ProactiveRow row) {
    String name = ROWS.get(row);
    return switch (edition) {
      case FORM_2021 ->
          switch (row) {
            case REGULATIONS, NORMATIVE_DOCUMENTS -> all("proactive." + name, DOCUMENTS);
            case FEES -> List.of("proactive.administrativeFees10kYuan");
            case LICENCES, PENALTIES, COERCION -> List.of("proactive." + name);
            case OTHER_SERVICES, PROCUREMENT -> List.of();
          };
      case FORM_2019 ->
          switch (row) {
            case REGULATIONS, NORMATIVE_DOCUMENTS ->
                all("formerProactive." + name, FORMER_DOCUMENTS);
            case LICENCES, OTHER_SERVICES, PENALTIES, COERCION, FEES ->
                all("formerProactive." + name, FORMER_ITEMS);
            case PROCUREMENT -> all("formerProactive." + name, List.of("projects", "amount"));
          };
    };
  }

  private static List<String> all(String row, List<String> parts) {
    return parts.stream().map(part -> row + "." + part).toList();
  }

  private Kind kind(ProactiveRow row, int column) {
    return switch (edition) {
      case FORM_2021 -> row == ProactiveRow.FEES ? Kind.AMOUNT : Kind.COUNT;
      case FORM_2019 ->
          switch (row) {
            case REGULATIONS, NORMATIVE_DOCUMENTS -> Kind.COUNT;
            case LICENCES, OTHER_SERVICES, PENALTIES, COERCION, FEES ->
                column == 1 ? Kind.CHANGE : Kind.COUNT;
            case PROCUREMENT -> column == 1 ? Kind.AMOUNT : Kind.COUNT;
          };
    };
  }

  /** An amount is sure only in the form's unit; nothing is nothing in any. */
  private Reading reading(ProactiveRow row, int column) {
    ProactiveFigures table = read.proactive();
    Reading found =
        table
            .row(row)
            .filter(readings -> column < readings.size())
            .map(readings -> readings.get(column))
            .orElseGet(() -> Reading.missing(Place.NONE));
    boolean inUnit =
        edition == Edition.FORM_2019
            || row != ProactiveRow.FEES
            || table.feeUnit().filter(TEN_THOUSAND_YUAN::equals).isPresent()
            || found.value().filter(value -> value.signum() == 0).isPresent();
    return inUnit ? found : found.atMost(Confidence.DOUBTFUL);
  }

  private void applications() {
    boolean inOne = hasOtherHandlingInOne(read);
    for (FormRow row : FormRow.values()) {
      if (!inOne || !isOtherHandling(row)) {
        row(
            row.name(),
            "表三“" + row.number() + " " + row.label() + "”",
            read.applications().row(row));
      } else if (row == FormRow.of(Outcome.CORRECTION_OVERDUE)) {
        row(OTHER_HANDLING_IN_ONE, "表三“三（六） 其他处理”", read.applications().otherHandlingInOne());
      }
    }
  }

  /** Whether a row is a part of （六）其他处理. */
  public static boolean isOtherHandling(FormRow row) {
    return row.outcome().filter(one -> one.category() == OutcomeCategory.OTHER).isPresent();
  }

  private void row(String name, String label, Optional<RowReading> reading) {
    for (Column column : Column.values()) {
      cells.add(
          new FormCell(
              cell(name, column),
              label + column.label(),
              Kind.COUNT,
              reading
                  .map(found -> found.cell(column))
                  .orElseGet(() -> Reading.missing(Place.NONE))));
    }
  }

  static String cell(String row, Column column) {
    return "matrix." + row + "." + column.type().map(Enum::name).orElse("total");
  }

  private void disputes() {
    for (DisputeKind kind : DisputeKind.values()) {
      for (int i = 0; i < RESULTS.size(); i++) {
        int column = i;
        cells.add(
            new FormCell(
                "disputes." + kind.name() + "." + RESULTS.get(i),
                "表四“" + kind.label() + "”" + DisputesFigures.RESULTS.get(i),
                Kind.COUNT,
                read.disputes()
                    .group(kind)
                    .map(found -> found.get(column))
                    .orElseGet(() -> Reading.missing(Place.NONE))));
      }
    }
  }
}
