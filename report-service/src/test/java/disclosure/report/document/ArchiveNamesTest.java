package disclosure.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.requests.contract.OrganCode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArchiveNamesTest {

  private static final OrganCode ORGAN = new OrganCode("111411240123456713");

  @Test
  void a_folder_for_each_report_and_its_title() {
    assertThat(name("临县人民政府办公室", ReportScope.OWN))
        .isEqualTo("111411240123456713/临县人民政府办公室2024年政府信息公开工作年度报告.pdf");
    assertThat(name("临县人民政府", ReportScope.REGION))
        .isEqualTo("111411240123456713-REGION/临县人民政府2024年政府信息公开工作年度报告（本行政区域）.pdf");
  }

  @Test
  void no_name_leads_out_of_its_folder_or_is_too_long_for_a_file_system() {
    assertThat(name("../../临县\\<局>:*?|\n", ReportScope.OWN))
        .isEqualTo("111411240123456713/.._.._临县__局______2024年政府信息公开工作年度报告.pdf");
    String last = name("\uD873\uDC56".repeat(100), ReportScope.REGION).split("/")[1];
    assertThat(last.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(255);
    assertThat(last).startsWith("\uD873\uDC56".repeat(44) + "2024");
  }

  private static String name(String organName, ReportScope scope) {
    return ArchiveNames.of(new ReportId(ORGAN, 2024, scope), organName, "pdf");
  }
}
