package disclosure.report.examination;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.document.Limits;
import disclosure.report.examination.finding.Finding;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of which hardly anything is there. */
class ShortReportsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一、总体情况\n文\n",
        "一、总体情况\n二、主动公开政府信息情况\n",
        "二、主动公开政府信息情况\n",
        "三、收到和处理政府信息公开申请情况\n",
        "四、政府信息公开行政复议、行政诉讼情况\n文字\n",
        "五、存在的主要问题及改进情况\n文字\n",
        "六、其他需要报告的事项\n文字\n",
        "六、其他需要报告的事项\n五、存在的主要问题及改进情况\n一、总体情况\n"
      })
  void one_heading_is_a_report_without_tables(String text) {
    Examination examination =
        new Examiner(Limits.USUAL).examine(text.getBytes(StandardCharsets.UTF_8));
    assertThat(examination.findings())
        .extracting(Finding::kind)
        .contains(Finding.Kind.TABLE_MISSING);
  }
}
