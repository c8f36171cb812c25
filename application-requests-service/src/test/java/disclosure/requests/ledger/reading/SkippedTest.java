package disclosure.requests.ledger.reading;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.ledger.sheet.Line;
import disclosure.requests.ledger.words.OwnWords;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkippedTest {

  private static final Layout LAYOUT =
      Layout.of("", new Line(1, List.of("登记编号", "收到日期", "申请方式", "申请人类型")), OwnWords.NONE)
          .orElseThrow();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "无",
        "本月无申请",
        "（2024年3月未收到政府信息公开申请）",
        "第一季度没有收到依申请公开的申请事项。",
        "暂无依申请公开信息公开业务情况数据",
        "本年度零申请件"
      })
  void a_row_may_say_that_there_is_none(String cell) {
    assertThat(skipped("1", cell, "/", "")).get().extracting(Skipped::reason).isEqualTo("注明没有申请的行");
  }

  @ParameterizedTest
  @ValueSource(strings = {"无申请人", "无政府信息公开依据", "没有申请材料"})
  void what_only_begins_so_is_a_row_like_others(String cell) {
    assertThat(skipped(cell, "", "", "")).isEmpty();
  }

  /**
   * A cell has up to a million characters: each of them may be looked at, but on no call's back.
   */
  @Test
  void a_long_cell_takes_no_more_of_the_stack_than_a_short_one() {
    for (String endless : List.of("无" + "信息公开".repeat(200_000), "无" + "申请".repeat(400_000))) {
      assertThat(skipped(endless + "甲", "", "", "")).isEmpty();
    }
  }

  private static Optional<Skipped> skipped(String... cells) {
    return Skipped.of(LAYOUT, new Line(2, List.of(cells)));
  }
}
