package disclosure.report.examination;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.report.examination.document.Limits;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.format.FileFormat;
import disclosure.report.examination.text.Section;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The report of 2024 that was published, against its figures. */
class PublishedReportTest {

  private static Examination examination;
  private static JsonNode figures;

  @BeforeAll
  static void read() throws IOException {
    examination = new Examiner(Limits.USUAL).examine(resource("published-report.txt"));
    figures = new ObjectMapper().readTree(resource("figures.json"));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream file =
        PublishedReportTest.class.getResourceAsStream("/linxian-2024/" + name)) {
      return file.readAllBytes();
    }
  }

  @Test
  void all_175_cells_are_read_right_and_surely() {
    for (FormRow row : FormRow.values()) {
      JsonNode expected = figures.path("applications").path(row.name());
      for (Column column : Column.values()) {
        int number =
            column == Column.TOTAL
                ? expected.path("total").asInt()
                : expected.path("counts").path(column.ordinal()).asInt();
        Reading cell = examination.applications().row(row).orElseThrow().cell(column);
        assertThat(cell.value()).as("%s %s", row, column).contains(BigDecimal.valueOf(number));
        assertThat(cell.confidence()).isEqualTo(Confidence.SURE);
        assertThat(cell.place().row()).isPositive();
      }
    }
  }

  @Test
  void tables_two_and_four_are_read() {
    assertThat(values(ProactiveRow.NORMATIVE_DOCUMENTS)).containsExactly("0", "3", "0");
    assertThat(values(ProactiveRow.REGULATIONS)).containsExactly("0", "0", "0");
    for (ProactiveRow row :
        List.of(
            ProactiveRow.LICENCES,
            ProactiveRow.PENALTIES,
            ProactiveRow.COERCION,
            ProactiveRow.FEES)) {
      assertThat(values(row)).as(row.name()).containsExactly("0");
    }
    assertThat(examination.proactive().feeUnit()).contains("万元");
    for (DisputeKind kind : DisputeKind.values()) {
      assertThat(examination.disputes().group(kind).orElseThrow())
          .extracting(cell -> cell.value().orElseThrow().intValue())
          .containsExactly(0, 0, 0, 0, 0);
    }
  }

  private static List<String> values(ProactiveRow row) {
    List<String> values = new ArrayList<>();
    examination
        .proactive()
        .row(row)
        .orElseThrow()
        .forEach(cell -> values.add(cell.value().orElseThrow().toPlainString()));
    return values;
  }

  @Test
  void it_is_known_whose_it_is_and_on_which_year() {
    assertThat(examination.format()).isEqualTo(FileFormat.TXT);
    assertThat(examination.edition()).isEqualTo(Edition.FORM_2021);
    assertThat(examination.origin().organ()).contains("临县人民政府办公室");
    assertThat(examination.origin().year()).hasValue(2024);
    assertThat(examination.origin().signedBy()).contains("临县人民政府办公室");
    assertThat(examination.origin().signedOn()).contains("2025年1月20日");
    assertThat(examination.texts().sections().get(Section.OVERVIEW)).hasSizeGreaterThan(5);
    assertThat(examination.texts().sections().get(Section.OTHER_MATTERS))
        .extracting(text -> text.text())
        .contains("本机关 2024 年度未收取政府信息公开处理费。");
  }

  /**
   * The line of table four has 16 figures below 15 headings; the lead cites 国务院令第七十一号, and section
   * six tells of the fee by another name and of nothing but what was paid.
   */
  @Test
  void what_is_odd_is_found_and_nothing_else() {
    assertThat(examination.findings())
        .extracting(finding -> finding.kind() + " " + finding.severity() + " " + finding.chinese())
        .containsExactly(
            "CITATION WRONG “引言”中写作“国务院令第七十一号”，应为“国务院令第711号”。",
            "CITATION WRONG “六、其他需要报告的事项”中写作“政府信息公开处理费”，应为“信息处理费”。",
            "READING LOOK 表四中有数据未对应列名（正文第83行“0”），未读取，请核对。",
            "FEE_STATEMENT LOOK “六、其他需要报告的事项”没有写明信息处理费发出收费通知的件数、收费通知的总金额、实际收取的总金额，没有的应写0。");
  }
}
