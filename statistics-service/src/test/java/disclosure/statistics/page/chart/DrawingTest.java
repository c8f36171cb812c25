package disclosure.statistics.page.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import disclosure.statistics.page.chart.BarChart.Bar;
import disclosure.statistics.page.chart.ColumnChart.Series;
import disclosure.statistics.page.chart.ShareChart.Share;
import disclosure.statistics.page.chart.ShareChart.Whole;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,1,1", "4,1,4", "5,2,3", "17,5,4", "40,10,4", "41,20,3", "9999,5000,2"})
  void a_scale_has_few_round_steps_up_to_the_greatest_number(long greatest, long step, int steps) {
    assertThat(Scale.to(greatest)).isEqualTo(new Scale(step, steps));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 99, 12_345, 10_000_000, 999_999_999_999L})
  void a_scale_reaches_every_number_in_at_most_four_steps(long greatest) {
    assertThat(Scale.to(greatest).top()).isGreaterThanOrEqualTo(greatest);
    assertThat(Scale.to(greatest).steps()).isBetween(1, 4);
  }

  @Test
  void columns_are_as_high_as_their_numbers_and_stand_on_one_line() {
    Drawing drawing =
        ColumnChart.draw(
            List.of("1月", "2月"),
            List.of(new Series("收到", "received", List.of(4L, 2L), Optional.of(List.of(0L, 4L)))));

    assertThat(drawing.boxes()).hasSize(2);
    Drawing.Box first = drawing.boxes().get(0);
    Drawing.Box second = drawing.boxes().get(1);
    assertThat(first.height()).isEqualTo(2 * second.height());
    assertThat(first.y() + first.height()).isEqualTo(second.y() + second.height());
    assertThat(first.tip()).isEqualTo("1月收到4件，上年同期0件");
    assertThat(drawing.lines())
        .filteredOn(line -> line.kind().equals("before"))
        .extracting(Drawing.Line::y1)
        .containsExactly(first.y() + first.height(), first.y());
  }

  @Test
  void sixty_months_have_room_and_not_all_of_them_a_label() {
    List<String> months = IntStream.range(0, 60).mapToObj(Integer::toString).toList();
    Drawing drawing =
        ColumnChart.draw(
            months,
            List.of(new Series("收到", "received", Collections.nCopies(60, 3L), Optional.empty())));

    assertThat(drawing.boxes())
        .hasSize(60)
        .allSatisfy(box -> assertThat(box.width()).isPositive())
        .allSatisfy(box -> assertThat(box.x() + box.width()).isLessThan(drawing.width()));
    assertThat(drawing.labels()).filteredOn(label -> label.anchor().equals("middle")).hasSize(12);
  }

  @Test
  void a_bar_says_its_number_and_that_of_the_year_before() {
    Drawing drawing =
        BarChart.draw(
            List.of(
                new Bar("部分公开（区分处理的）", "concluded", 10, Optional.of(5L)),
                new Bar("本机关不掌握相关政府信息，也不知道", "concluded", 20, Optional.empty())));

    assertThat(drawing.labels())
        .extracting(Drawing.Label::text)
        .containsExactly("部分公开", "10（上年5）", "本机关不掌握相关政府信息…", "20");
    assertThat(drawing.boxes().get(1).width())
        .isCloseTo(2 * drawing.boxes().get(0).width(), within(0.2));
  }

  @Test
  void the_shares_of_a_whole_fill_its_bar_and_nothing_is_drawn_of_none() {
    Drawing drawing =
        ShareChart.draw(
            List.of(
                new Whole(
                    "本期",
                    List.of(new Share("按时", "on-time", 3), new Share("逾期", "late", 1)),
                    "75%"),
                new Whole("上年", List.of(new Share("按时", "on-time", 0)), "—")));

    assertThat(drawing.boxes()).hasSize(2);
    Drawing.Box onTime = drawing.boxes().get(0);
    Drawing.Box late = drawing.boxes().get(1);
    assertThat(onTime.width()).isEqualTo(3 * late.width());
    assertThat(late.x()).isEqualTo(onTime.x() + onTime.width());
    assertThat(drawing.labels()).extracting(Drawing.Label::text).contains("75%", "—");
  }

  @Test
  void on_a_phone_names_stand_above_their_bars_and_every_second_month_is_named() {
    List<Bar> bars =
        List.of(
            new Bar("本机关不掌握相关政府信息，也不知道", "concluded", 20, Optional.of(5L)),
            new Bar("部分公开（区分处理的）", "concluded", 10, Optional.empty()),
            new Bar("申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "concluded", 1, Optional.empty()));
    Drawing narrow = Drawings.bars(bars).narrow();
    assertThat(narrow.width()).isEqualTo(ColumnChart.NARROW);
    assertThat(narrow.labels())
        .filteredOn(label -> label.kind().equals("name"))
        .extracting(Drawing.Label::text)
        .containsExactly("本机关不掌握相关政府信息，也不知道", "部分公开", "申请人无正当理由逾期不补正、行政机关不再处…");
    assertThat(narrow.labels()).allSatisfy(label -> assertThat(label.x()).isBetween(0.0, 300.0));
    assertThat(narrow.labels().get(0).y()).isLessThan(narrow.boxes().get(0).y());

    List<String> months = IntStream.rangeClosed(1, 12).mapToObj(month -> month + "月").toList();
    Drawings columns =
        Drawings.columns(
            ColumnChart.WIDTH,
            months,
            List.of(new Series("收到", "received", Collections.nCopies(12, 3L), Optional.empty())));
    assertThat(columns.narrow().labels())
        .filteredOn(label -> label.anchor().equals("middle"))
        .hasSize(6);
    assertThat(columns.narrow().boxes())
        .allSatisfy(box -> assertThat(box.x() + box.width()).isLessThan(ColumnChart.NARROW));
  }
}
