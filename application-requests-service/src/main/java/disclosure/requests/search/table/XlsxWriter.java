package disclosure.requests.search.table;

import disclosure.edge.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One worksheet of Office Open XML. Its cells are all typed as text, and what could be a formula is
 * inert all the same: the sheet may be kept as CSV.
 */
public final class XlsxWriter implements TableWriter {

  private static final int ROWS_KEPT = 500;

  private final Workbook workbook;
  private final Worksheet sheet;
  private int row;

  /** Writes to the stream, which it leaves open. */
  public XlsxWriter(OutputStream out) {
    workbook = new Workbook(out, "disclosure", "01.0000");
    sheet = workbook.newWorksheet("依申请公开台账");
    sheet.freezePane(0, 1);
  }

  @Override
  public void row(List<String> cells) throws IOException {
    for (int column = 0; column < cells.size(); column++) {
      if (!cells.get(column).isEmpty()) {
        sheet.value(
            row, column, SpreadsheetText.printable(SpreadsheetText.inert(cells.get(column))));
      }
    }
    if (row == 0) {
      sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
    }
    row++;
    if (row % ROWS_KEPT == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    workbook.finish();
  }
}
