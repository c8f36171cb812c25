package disclosure.report.document.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.report.form.AnnualReport;
import disclosure.report.form.TestReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

  private static final int FIGURES = 10 + 175 + 15;

  @Test
  void csv_holds_all_175_cells_in_their_order() {
    List<String[]> lines = lines(TestReports.distinct());
    assertThat(lines)
        .filteredOn(line -> line[0].equals("三"))
        .extracting(line -> line[4])
        .containsExactlyElementsOf(TestReports.distinctFigures());
    assertThat(lines).hasSize(1 + FIGURES);
  }

  @Test
  void csv_says_of_each_figure_what_stands_beside_and_above_it() {
    assertThat(lines(TestReports.linxian()))
        .contains(
            new String[] {
              "三", "收到和处理政府信息公开申请情况", "三、本年度办理结果 / （四）无法提供 / 1.本机关不掌握相关政府信息", "申请人情况 / 自然人", "21"
            })
        .contains(new String[] {"四", "政府信息公开行政复议、行政诉讼情况", "", "行政诉讼 / 复议后起诉 / 总计", "0"})
        .contains(new String[] {"二", "第二十条第（一）项", "行政规范性文件", "第二十条第（一）项 / 本年废止件数", "3"});
  }

  @Test
  void no_field_of_the_csv_begins_as_a_formula_does_whatever_the_names() {
    assertThat(lines(TestReports.with("=1+1", List.of("@SUM(A1)", "+1", "-1"))))
        .allSatisfy(
            line -> assertThat(line).noneMatch(field -> field.matches("(?s)[=+\\-@\t\r].*")));
  }

  @Test
  void the_metadata_name_every_column_of_the_csv() throws IOException {
    AnnualReport report = TestReports.linxian();
    JsonNode metadata = new ObjectMapper().readTree(new TablesCsv().metadata(report));
    List<String> names = new ArrayList<>();
    metadata
        .get("tableSchema")
        .get("columns")
        .forEach(column -> names.add(column.get("name").asText()));
    assertThat(lines(report).get(0)).containsExactlyElementsOf(names);
    List<String> key = new ArrayList<>();
    metadata.get("tableSchema").get("primaryKey").forEach(column -> key.add(column.asText()));
    assertThat(lines(report))
        .extracting(line -> String.join("|", Arrays.copyOf(line, key.size())))
        .doesNotHaveDuplicates();
    assertThat(metadata.get("dc:title").asText()).isEqualTo(report.title());
  }

  @Test
  void json_holds_all_175_cells_in_their_order() throws IOException {
    JsonNode json = new ObjectMapper().readTree(new TablesJson().render(TestReports.distinct()));
    List<String> figures = new ArrayList<>();
    json.get("tables")
        .get(4)
        .get("figures")
        .forEach(figure -> figures.add(figure.get("value").asText()));
    assertThat(figures).containsExactlyElementsOf(TestReports.distinctFigures());
    assertThat(json.findValues("value")).hasSize(FIGURES);
    assertThat(json.get("tables").get(4).get("figures").get(0).get("row").get(0).asText())
        .isEqualTo("一、本年新收政府信息公开申请数量");
  }

  @Test
  void equal_reports_give_equal_bytes() {
    AnnualReport report = TestReports.linxian();
    assertThat(new TablesCsv().render(report)).isEqualTo(new TablesCsv().render(report));
    assertThat(new TablesCsv().metadata(report)).isEqualTo(new TablesCsv().metadata(report));
    assertThat(new TablesJson().render(report)).isEqualTo(new TablesJson().render(report));
  }

  /** The lines without their quotes; no field of the form holds a comma or a quote. */
  private static List<String[]> lines(AnnualReport report) {
    String csv = new String(new TablesCsv().render(report), StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFF").endsWith("\r\n");
    return csv.substring(1).lines().map(line -> line.replace("\"", "").split(",", -1)).toList();
  }
}
