package disclosure.report.examined;

import disclosure.report.examination.Examination;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.DisputesFigures;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.figure.RowReading;
import disclosure.report.examined.ExaminedReport.Cell;
import disclosure.report.examined.ExaminedReport.PlaceAnswer;
import disclosure.report.examined.ExaminedReport.Row;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tables of a report as they were read, row by row in the order of the form. */
final class ReadTables {

  private static final List<String> COLUMNS =
      Arrays.stream(Column.values()).map(Column::label).toList();

  private final Examination read;

  ReadTables(Examination read) {
    this.read = read;
  }

  List<Row> proactive() {
    List<Row> rows = new ArrayList<>();
    for (ProactiveRow row : ProactiveRow.values()) {
      Optional<List<Reading>> cells = read.proactive().row(row);
      if (cells.isPresent()) {
        rows.add(
            new Row(
                row.name(),
                row.label(read.proactive().edition()).orElse(""),
                cells(row.headings(read.proactive().edition()), cells.get())));
      }
    }
    return rows;
  }

  List<Row> applications() {
    List<Row> rows = new ArrayList<>();
    for (FormRow row : FormRow.values()) {
      if (row == FormRow.CORRECTION_OVERDUE) {
        read.applications()
            .otherHandlingInOne()
            .ifPresent(one -> rows.add(row("OTHER_HANDLING_IN_ONE", "三（六） 其他处理", one)));
      }
      read.applications()
          .row(row)
          .ifPresent(one -> rows.add(row(row.name(), row.number() + " " + row.label(), one)));
    }
    return rows;
  }

  List<Row> disputes() {
    List<Row> rows = new ArrayList<>();
    for (DisputeKind kind : DisputeKind.values()) {
      read.disputes()
          .group(kind)
          .ifPresent(
              cells ->
                  rows.add(
                      new Row(kind.name(), kind.label(), cells(DisputesFigures.RESULTS, cells))));
    }
    return rows;
  }

  private static Row row(String code, String label, RowReading reading) {
    return new Row(code, label, cells(COLUMNS, reading.cells()));
  }

  private static List<Cell> cells(List<String> headings, List<Reading> readings) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      cells.add(
          new Cell(
              i < headings.size() ? headings.get(i) : "",
              reading.kind().name(),
              reading.value(),
              reading.text(),
              reading.confidence().name(),
              PlaceAnswer.of(reading.place())));
    }
    return cells;
  }
}
