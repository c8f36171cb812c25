package disclosure.requests.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.ledger.receipt.Receipt;
import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.words.OwnWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with cells, and what becomes of them. */
class RowReaderTest {

  private static final OrganCode ORGAN = new OrganCode("11141124012345698T");

  private final List<String> headings =
      List.of("受理编号", "收到日期", "收到方式", "申请人类型", "申请人", "答复时间", "办理结果", "联系电话", "通讯地址");

  @ParameterizedTest
  @ValueSource(strings = {"号\0一", "号\u0007", "\u001B号", "号\uFFFE", "号\uD800"})
  void a_cell_that_holds_what_no_text_may_hold_is_named_by_its_place(String cell) {
    RowReader reader = reader(Optional.of(2025), cell, "5月6日", "当面", "公民", "张三", "", "", cell);
    LedgerRow row = reader.read(ORGAN, new Receipt.AsWritten());
    assertThat(reader.problems())
        .extracting(problem -> problem.column() + " " + problem.fault().code().code())
        .containsExactly("A not-plain-text", "H not-plain-text");
    assertThat(row.reference()).doesNotContain("\0");
  }

  @Test
  void layout_that_came_with_a_pasted_text_is_no_mistake() {
    RowReader reader =
        reader(Optional.of(2025), "\u200B号\uFEFF 1\u000B", "5月6日", "当面", "公民", "张\t三\n", "", "");
    LedgerRow row = reader.read(ORGAN, new Receipt.AsWritten());
    assertThat(reader.problems()).isEmpty();
    assertThat(row.reference()).isEqualTo("号 1");
    assertThat(new String(row.json(), StandardCharsets.UTF_8))
        .contains("\"name\":\"张 三\"", "\"sourceReference\":\"号 1\"");
  }

  @Test
  void what_goes_with_a_day_is_told_by_the_heading_of_the_office() {
    RowReader reader = reader(Optional.of(2025), "号1", "5月6日", "当面", "公民", "", "5月8日", "");
    reader.read(ORGAN, new Receipt.AsWritten());
    assertThat(reader.problems()).hasSize(1);
    assertThat(reader.problems().get(0).words(Locale.CHINESE)).isEqualTo("办理结果：填写了“答复时间”时必须填写");
  }

  @Test
  void a_day_that_may_be_two_is_told_why() {
    RowReader reader = reader(Optional.of(2025), "号1", "5.1", "当面", "公民", "", "25.13.1", "公开");
    reader.read(ORGAN, new Receipt.AsWritten());
    assertThat(reader.problems())
        .extracting(problem -> problem.fault().code().code())
        .containsExactly("cell-day-cut-short", "cell-not-a-day");
    assertThat(reader.problems().get(0).words(Locale.CHINESE)).contains("“5.1”", "5.10");
  }

  private RowReader reader(Optional<Integer> year, String... cells) {
    Layout layout = Layout.of("", new Line(1, headings), OwnWords.NONE).orElseThrow();
    return new RowReader(layout, new Line(2, List.of(cells)), year, OwnWords.NONE);
  }
}
