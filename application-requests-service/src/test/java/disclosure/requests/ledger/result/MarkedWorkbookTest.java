package disclosure.requests.ledger.result;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.AnswerTime;
import disclosure.requests.ledger.sheet.LedgerFile;
import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.sheet.Lines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class MarkedWorkbookTest {

  @Test
  void the_column_stands_behind_all_others_and_rows_stay_where_they_are() throws Exception {
    MarkedWorkbook marked = new MarkedWorkbook(Map.of("", 2));
    marked.add("", 4, "收到日期：不是有效日期");
    marked.add("", 4, "收到方式：缺少");

    byte[] sent = "题\n编号,日期\n1,2\n3,4,5\n".getBytes(StandardCharsets.UTF_8);
    assertThat(lines(marked.of(sent, AnswerTime.begin())))
        .containsExactly(
            "台账 1 [题]",
            "台账 2 [编号, 日期, , 问题]",
            "台账 3 [1, 2]",
            "台账 4 [3, 4, 5, 收到日期：不是有效日期；收到方式：缺少]");
  }

  @Test
  void every_sheet_has_its_own_column_or_none() throws Exception {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    Workbook workbook = new Workbook(sent, "test", "1.0");
    for (String month : List.of("1月", "2月", "说明")) {
      Worksheet sheet = workbook.newWorksheet(month);
      sheet.value(0, 0, "编号");
      sheet.value(2, month.equals("2月") ? 3 : 1, "x");
    }
    workbook.finish();
    MarkedWorkbook marked = new MarkedWorkbook(Map.of("1月", 1, "2月", 1));
    marked.add("2月", 3, "错");

    assertThat(lines(marked.of(sent.toByteArray(), AnswerTime.begin())))
        .containsExactly(
            "1月 1 [编号, , 问题]",
            "1月 3 [, x]",
            "2月 1 [编号, , , , 问题]",
            "2月 3 [, , , x, 错]",
            "说明 1 [编号]",
            "说明 3 [, x]");
  }

  private static List<String> lines(byte[] file) throws IOException, SQLException {
    List<String> lines = new ArrayList<>();
    LedgerFile.read(
        new ByteArrayInputStream(file),
        new Lines() {

          private String sheet = "";

          @Override
          public void sheet(String name) {
            sheet = name;
          }

          @Override
          public void line(Line line) {
            lines.add(sheet + " " + line.number() + " " + line.cells());
          }
        });
    return lines;
  }
}
