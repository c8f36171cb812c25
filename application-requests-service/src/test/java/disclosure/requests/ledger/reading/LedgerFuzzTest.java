package disclosure.requests.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Refusal;
import disclosure.edge.testing.fuzz.Fuzz;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.ledger.receipt.Receipt;
import disclosure.requests.ledger.sheet.LedgerFile;
import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.sheet.Lines;
import disclosure.requests.ledger.words.Column;
import disclosure.requests.ledger.words.OwnWords;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Spreadsheets that nobody would send are read or refused, row by row. */
@Timeout(120)
class LedgerFuzzTest {

  private static final OrganCode ORGAN = new OrganCode("11141124012345698T");
  private static final Duration LONG = Duration.ofSeconds(12);

  private static final List<String> ROW =
      List.of(
          "2024-001",
          "2024年3月1日",
          "信函",
          "自然人",
          "张三",
          "142326199001011234",
          "13800000000",
          "李四、王五",
          "无",
          "批复",
          "刘科长",
          "2024.3.4",
          "2024/3/20",
          "45296",
          "",
          "",
          "/",
          "2024-03-14",
          "10",
          "2024-03-19",
          "按页",
          "40.50",
          "2024-03-20",
          "４０",
          "2024-03-21",
          "予以公开",
          "",
          "临政公复〔2024〕3号",
          "2024-03-22",
          "EMS");

  private static final List<String> WORDS =
      List.of(
          "\"",
          "\"\"",
          ",",
          ";",
          "\t",
          "\r",
          "\n",
          "\r\n",
          "\uFEFF",
          "\u0000",
          "=1+1",
          "（",
          "(((((",
          "1e999999999",
          "-0",
          "0.0000000001",
          "９９９９年９９月９９日",
          "2024-02-30",
          "45296.5",
          "<c r=\"XFD1048576\"><v>1</v></c>",
          "<row r=\"1048577\">",
          "t=\"s\"",
          "t=\"inlineStr\"",
          "<is><t>",
          "]]>",
          "<!--",
          "<!DOCTYPE x [<!ENTITY a \"b\">]>",
          "&#0;",
          "&amp;",
          "xml:space",
          "<v>99999999999</v>",
          "<v>1e308</v>",
          "r=\"A0\"",
          "r=\"-1\"",
          "sheet1.xml",
          "UTF-16");

  private final Fuzz csv =
      Fuzz.of(
          "csv",
          List.of(
              table(",", "\n").getBytes(StandardCharsets.UTF_8),
              table("\t", "\r\n").getBytes(Charset.forName("GB18030")),
              ("\uFEFF" + table(";", "\r")).getBytes(StandardCharsets.UTF_8)),
          WORDS,
          Refusal.class,
          LedgerFuzzTest::read);

  private final Fuzz workbooks =
      Fuzz.ofArchives("workbook", List.of(workbook()), WORDS, Refusal.class, LedgerFuzzTest::read);

  @Test
  void some_texts_are_read_or_refused() {
    csv.tryFew(600);
  }

  @Test
  void some_workbooks_are_read_or_refused() {
    workbooks.tryFew(300);
  }

  @Test
  @Tag("soak")
  void texts_are_read_or_refused() {
    assertThat(csv.tryFor(LONG)).isGreaterThan(500);
  }

  @Test
  @Tag("soak")
  void workbooks_are_read_or_refused() {
    assertThat(workbooks.tryFor(LONG)).isGreaterThan(500);
  }

  private static void read(byte[] file) throws Exception {
    LedgerFile.read(
        new ByteArrayInputStream(file),
        new Lines() {

          private String sheet = "";
          private Optional<Layout> layout = Optional.empty();

          @Override
          public void sheet(String name) {
            sheet = name;
            layout = Optional.empty();
          }

          @Override
          public void line(Line line) {
            if (layout.isEmpty()) {
              layout = Layout.of(sheet, line, OwnWords.NONE);
            } else if (layout.get().holds(line)) {
              new RowReader(layout.get(), line, Optional.empty(), OwnWords.NONE)
                  .read(ORGAN, new Receipt.AsWritten());
            }
          }
        });
  }

  private static List<String> headings() {
    return Arrays.stream(Column.values()).map(Column::heading).toList();
  }

  private static String table(String separator, String end) {
    return List.of(headings(), ROW, ROW).stream()
        .map(row -> String.join(separator, row) + end)
        .collect(Collectors.joining());
  }

  private static byte[] workbook() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(file, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("台账");
      for (int column = 0; column < headings().size(); column++) {
        sheet.value(0, column, headings().get(column));
        sheet.value(1, column, ROW.get(column));
      }
      sheet.value(2, 0, 2024002);
      sheet.value(2, 1, LocalDate.of(2024, 3, 1));
      sheet.style(2, 1).format("yyyy-mm-dd").set();
      sheet.formula(2, 2, "CONCATENATE(\"信\",\"函\")");
      sheet.value(2, 3, true);
      sheet.value(2, 21, 40.5);
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return file.toByteArray();
  }
}
