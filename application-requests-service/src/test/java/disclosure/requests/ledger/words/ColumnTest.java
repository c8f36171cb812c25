package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTest {

  @ParameterizedTest
  @CsvSource({
    "RECEIVED_ON, 收到申请时间",
    "RECEIVED_ON, 接收日期",
    "CHANNEL, 申请途径",
    "CHANNEL, 来件方式",
    "CHANNEL, 提出方式",
    "CHANNEL, 受理方式",
    "CHANNEL, 接收渠道",
    "APPLICANT_TYPE, 申请人分类",
    "APPLICANT_TYPE, 申请人类别",
    "CORRECTION_REQUESTED_ON, 通知补正时间",
    "CORRECTION_RECEIVED_ON, 收到补正时间",
    "SUBJECT, 所需信息内容描述",
    "NAME, 姓名/名称",
    "OUTCOME, 答复结论",
    "CONCLUDED_ON, 作出答复日期"
  })
  void headings_that_offices_use_are_understood(Column column, String heading) {
    assertThat(Column.of(heading)).contains(column);
  }

  @ParameterizedTest
  @CsvSource({"RECEIVED_ON, 受理日期", "RECEIVED_ON, 登记日期", "OUTCOME, 答复情况", "REFERENCE, 收文编号"})
  void what_would_do_where_nothing_better_stands_is_no_heading_of_its_own(
      Column column, String heading) {
    assertThat(Column.of(heading)).isEmpty();
    assertThat(Column.fallback(heading)).contains(column);
  }

  @Test
  void the_number_of_a_letter_is_none_of_an_application() {
    assertThat(Column.of("文号")).isEmpty();
  }
}
