package disclosure.requests.ledger.result;

import disclosure.edge.AnswerTime;
import disclosure.edge.Refusal;
import disclosure.edge.SpreadsheetText;
import disclosure.requests.ledger.sheet.LedgerFile;
import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.sheet.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A ledger given back with a column more, which says of each row what is wrong with it. Cells are
 * given as they are shown, in the rows where they are.
 */
public final class MarkedWorkbook {

  private static final String HEADING = "问题";
  private static final int ROWS_KEPT = 500;
  private static final int WIDTH = 60;

  private final Map<String, Integer> headings;
  private final Map<String, Map<Integer, StringJoiner>> problems = new HashMap<>();
  private final Map<String, Integer> widths = new HashMap<>();

  /**
   * One without problems yet.
   *
   * @param headings the rows of the headings, by sheets
   */
  public MarkedWorkbook(Map<String, Integer> headings) {
    this.headings = Map.copyOf(headings);
    this.headings.forEach((sheet, row) -> add(sheet, row, HEADING));
  }

  /** Something that is wrong with a row. */
  public void add(String sheet, int row, String words) {
    problems
        .computeIfAbsent(sheet, none -> new HashMap<>())
        .computeIfAbsent(row, none -> new StringJoiner("；"))
        .add(words);
  }

  /**
   * The workbook as it was sent, with the column.
   *
   * @throws Refusal 503 when the time is over
   */
  public byte[] of(byte[] file, AnswerTime time) throws IOException, SQLException {
    LedgerFile.read(file, new Widths(), time);
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    Copy copy = new Copy(new Workbook(marked, "disclosure", "01.0000"));
    LedgerFile.read(file, copy, time);
    copy.workbook.finish();
    return marked.toByteArray();
  }

  /** How wide the sheets are: the column stands behind all others. */
  private final class Widths implements Lines {

    private String sheet = "";

    @Override
    public void sheet(String name) {
      sheet = name;
    }

    @Override
    public void line(Line line) {
      widths.merge(sheet, line.cells().size(), Math::max);
    }
  }

  private final class Copy implements Lines {

    private final Workbook workbook;
    private String sheet = "";
    private Worksheet copy;
    private int last;
    private int lines;

    Copy(Workbook workbook) {
      this.workbook = workbook;
    }

    @Override
    public void sheet(String name) {
      sheet = name;
      copy = workbook.newWorksheet(name.isBlank() ? "台账" : name);
      last = -1;
      copy.width(widths.getOrDefault(sheet, 0), WIDTH);
    }

    @Override
    public void line(Line line) {
      int row = Math.max(last + 1, line.number() - 1);
      last = row;
      for (int column = 0; column < line.cells().size(); column++) {
        text(row, column, line.cells().get(column));
      }
      StringJoiner wrong = problems.getOrDefault(sheet, Map.of()).get(line.number());
      if (wrong != null) {
        text(row, widths.get(sheet), wrong.toString());
      }
      if (Integer.valueOf(line.number()).equals(headings.get(sheet))) {
        copy.range(row, 0, row, widths.get(sheet)).style().bold().set();
      }
      lines++;
      if (lines % ROWS_KEPT == 0) {
        flush();
      }
    }

    private void text(int row, int column, String text) {
      if (!text.isEmpty()) {
        copy.value(row, column, SpreadsheetText.printable(text));
      }
    }

    private void flush() {
      try {
        copy.flush();
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }
}
