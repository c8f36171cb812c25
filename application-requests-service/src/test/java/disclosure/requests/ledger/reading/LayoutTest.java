package disclosure.requests.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.words.Column;
import disclosure.requests.ledger.words.OwnWords;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Headings as offices arrange them. */
class LayoutTest {

  @Test
  void a_heading_below_one_that_only_groups_is_read_with_what_it_groups() {
    List<String> upper =
        List.of(
            "序号", "登记编号", "收到申请日期", "申请人基本情况", "申请人基本情况", "申请人基本情况", "申请方式", "申请内容", "补正情况", "延期情况",
            "答复情况", "答复情况", "答复情况", "送达情况");
    List<String> lower =
        List.of(
            "序号", "登记编号", "收到申请日期", "姓名（名称）", "类别", "联系电话", "申请方式", "申请内容", "通知日期", "告知日期", "答复日期",
            "结果", "文号", "方式");
    Layout layout = two(upper, lower);
    assertThat(layout.faults()).isEmpty();
    assertThat(layout.place(Column.NAME)).contains(3);
    assertThat(layout.place(Column.APPLICANT_TYPE)).contains(4);
    assertThat(layout.place(Column.CONTACT)).contains(5);
    assertThat(layout.place(Column.CORRECTION_REQUESTED_ON)).contains(8);
    assertThat(layout.place(Column.EXTENDED_ON)).contains(9);
    assertThat(layout.place(Column.CONCLUDED_ON)).contains(10);
    assertThat(layout.place(Column.OUTCOME)).contains(11);
    assertThat(layout.place(Column.DOCUMENT_NUMBER)).contains(12);
    assertThat(layout.place(Column.SERVED_BY)).contains(13);
    assertThat(layout.heading(Column.APPLICANT_TYPE)).isEqualTo("申请人类别");
  }

  @Test
  void a_type_below_nobody_is_no_type_of_an_applicant() {
    Layout layout =
        two(
            List.of("登记编号", "收到日期", "收到方式", "申请人情况", "信息情况"),
            List.of("登记编号", "收到日期", "收到方式", "姓名", "类别"));
    assertThat(layout.place(Column.NAME)).contains(3);
    assertThat(layout.place(Column.APPLICANT_TYPE)).isEmpty();
    assertThat(one("登记编号", "收到日期", "收到方式", "类别").place(Column.APPLICANT_TYPE)).isEmpty();
  }

  @Test
  void what_would_do_is_read_where_no_other_heading_means_the_column() {
    Layout layout = one("登记编号", "受理日期", "申请方式", "申请人类型", "答复日期", "答复情况");
    assertThat(layout.faults()).isEmpty();
    assertThat(layout.place(Column.RECEIVED_ON)).contains(1);
    assertThat(layout.place(Column.OUTCOME)).contains(5);
    assertThat(layout.heading(Column.RECEIVED_ON)).isEqualTo("受理日期");
  }

  @Test
  void and_is_none_of_it_where_another_one_does() {
    Layout layout = one("登记编号", "申请日期", "受理日期", "申请方式", "申请人类型", "办理结果", "答复情况");
    assertThat(layout.faults()).isEmpty();
    assertThat(layout.place(Column.RECEIVED_ON)).contains(1);
    assertThat(layout.place(Column.OUTCOME)).contains(5);
    assertThat(layout.ignored()).containsExactly("受理日期", "答复情况");
  }

  @Test
  void two_that_would_do_are_a_question() {
    Layout layout = one("登记编号", "受理日期", "登记日期", "申请方式", "申请人类型");
    assertThat(layout.faults()).extracting(LedgerProblem::heading).containsExactly("收到日期");
    assertThat(layout.faults().get(0).fault().code().code()).isEqualTo("headings-ambiguous");
  }

  private static Layout one(String... headings) {
    return Layout.of("", new Line(1, List.of(headings)), OwnWords.NONE).orElseThrow();
  }

  private static Layout two(List<String> upper, List<String> lower) {
    Optional<Layout> above = Layout.of("", new Line(1, upper), OwnWords.NONE);
    return above.orElseThrow().with(new Line(2, lower)).orElseThrow();
  }
}
