package disclosure.report.document.office;

import disclosure.edge.SpreadsheetText;
import disclosure.report.form.FormTable;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** One table on a sheet. A table with fewer columns than the sheet's widest is drawn narrower. */
final class XlsxTable {

  private static final String FONT = "宋体";
  private static final int SIZE = 10;

  /** A sheet's width in characters of the default font, two for a Chinese one. */
  private static final double WIDTH = 110;

  private static final double MIN_COLUMN_WIDTH = 7;
  private static final double LINE = 13.5;

  /** A spreadsheet keeps no more of a number. */
  private static final int MAX_DIGITS = 15;

  private final Worksheet sheet;
  private final FormTable table;
  private final FormTable widest;
  private final int top;

  /**
   * A table to write.
   *
   * @param widest the table that set the sheet's columns
   * @param top the sheet's row, from 0, where it begins
   */
  XlsxTable(Worksheet sheet, FormTable table, FormTable widest, int top) {
    this.sheet = sheet;
    this.table = table;
    this.widest = widest;
    this.top = top;
  }

  static void columns(Worksheet sheet, FormTable widest) {
    for (int column = 0; column < widest.columns(); column++) {
      sheet.width(column, width(widest, column));
    }
  }

  static void title(Worksheet sheet, int row, String text, FormTable widest) {
    sheet.value(row, 0, SpreadsheetText.inert(text));
    int size = row == 0 ? 16 : 12;
    double width = 0;
    for (int column = 0; column < widest.columns(); column++) {
      width += width(widest, column);
    }
    double lines = Math.ceil(text.length() * 2.1 * size / SIZE / width);
    sheet.rowHeight(row, Math.max(2, 2 * lines) * LINE * size / 16);
    Range range = sheet.range(row, 0, row, widest.columns() - 1);
    range
        .style()
        .fontName(FONT)
        .fontSize(size)
        .bold()
        .horizontalAlignment("center")
        .verticalAlignment("center")
        .wrapText(true)
        .set();
    range.merge();
  }

  void write() {
    for (int row = 0; row < table.rows(); row++) {
      sheet.rowHeight(top + row, 4 + LINE * lines(row));
    }
    table.cells().forEach(this::write);
  }

  private void write(FormTable.Cell cell) {
    int row = top + cell.row();
    if (cell.kind() == FormTable.CellKind.FIGURE) {
      cell.figure().ifPresent(figure -> figure(row, cell.column(), figure));
    } else {
      sheet.value(row, cell.column(), String.join("\n", cell.lines()));
    }
    Range range =
        sheet.range(row, cell.column(), row + cell.rows() - 1, cell.column() + cell.columns() - 1);
    StyleSetter style =
        range
            .style()
            .fontName(FONT)
            .fontSize(SIZE)
            .borderStyle("thin")
            .verticalAlignment("center")
            .horizontalAlignment(cell.kind() == FormTable.CellKind.LABEL ? "left" : "center")
            .wrapText(true);
    if (cell.kind() == FormTable.CellKind.FIGURE) {
      cell.figure()
          .map(BigDecimal::scale)
          .filter(decimals -> decimals > 0)
          .ifPresent(decimals -> style.format("0." + "0".repeat(decimals)));
    }
    style.set();
    if (cell.rows() * cell.columns() > 1) {
      range.merge();
    }
  }

  private void figure(int row, int column, BigDecimal figure) {
    if (figure.precision() > MAX_DIGITS) {
      sheet.value(row, column, figure.toPlainString());
    } else {
      sheet.value(row, column, figure);
    }
  }

  /** Rows with merged or wrapped cells don't find their height themselves. */
  private int lines(int row) {
    int most = 1;
    for (FormTable.Cell cell : table.cellsOf(row)) {
      if (cell.rows() == 1) {
        double width = 0;
        for (int column = cell.column(); column < cell.column() + cell.columns(); column++) {
          width += width(widest, column);
        }
        double letter = cell.kind() == FormTable.CellKind.FIGURE ? 0.9 : 2.1;
        double room = width - 1;
        int lines =
            cell.lines().stream()
                .mapToInt(line -> (int) Math.ceil(line.length() * letter / room))
                .sum();
        most = Math.max(most, lines);
      }
    }
    return most;
  }

  private static double width(FormTable widest, int column) {
    return Math.max(MIN_COLUMN_WIDTH, widest.widths().get(column) / 100 * WIDTH);
  }
}
