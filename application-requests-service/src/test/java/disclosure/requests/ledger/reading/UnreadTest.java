package disclosure.requests.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "文号",
        "是否延期",
        "补正材料寄出时间",
        "第三方情况",
        "答复书送达回证",
        "行政复议情况",
        "诉讼",
        "移送单位",
        "备注（补正、延期）",
        "办结方式"
      })
  void a_heading_that_names_a_step_a_day_or_a_number_would_be_missed(String heading) {
    assertThat(Unread.matters(heading)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"序号", "备注", "问题", "答复期限", "应答复日期", "是否逾期答复", "邮编", "证件类型"})
  void what_is_for_the_eye_or_reckoned_by_the_register_would_not(String heading) {
    assertThat(Unread.matters(heading)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "——", "－", "无", "否", "0", "不涉及"})
  void such_a_cell_says_nothing(String cell) {
    assertThat(Unread.isSaid(cell)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"是", "√", "2024-01-05", "1", "临政公复〔2024〕3号"})
  void such_a_cell_says_something(String cell) {
    assertThat(Unread.isSaid(cell)).isTrue();
  }
}
