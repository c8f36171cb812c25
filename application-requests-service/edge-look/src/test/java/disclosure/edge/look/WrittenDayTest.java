package disclosure.edge.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02",
        "2026-3-2",
        "2026/3/2",
        "20260302",
        "2026年3月2日",
        " ２０２６ 年 3 月 2 日",
        "２０２６-０３-０２",
        "2026.3.2",
        "2026。3。2",
        "2026年3-2",
        " 2026 - 3 - 2 ",
        "二 〇 二 六 年 三 月 二 日",
        "二〇二六年三月二日",
        "2026-03-02\u200B"
      })
  void a_day_is_read_however_it_is_written(String text) {
    assertThat(WrittenDay.read(text)).contains(LocalDate.of(2026, 3, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-02-30", "3月2日", "202632", "2026-03-02x", "46083"})
  void what_is_no_day_is_none(String text) {
    assertThat(WrittenDay.read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024/1/1 10:30, 2024-01-01",
    "2024/1/2 15:20:00, 2024-01-02",
    "2024/1/3 0:00, 2024-01-03",
    "2024/1/3 9:05:07, 2024-01-03",
    "2024/12/2 14:05, 2024-12-02",
    "2024/1/9 23:59, 2024-01-09",
    "2024/1/11 10:30, 2024-01-11",
    "2024/1/11 9:30, 2024-01-11",
    "2024-1-1T10:30, 2024-01-01",
    "2024.1.1  10 : 30, 2024-01-01",
    "2024-1-1\u00A010:30, 2024-01-01",
    "2024-1-1\u200B10:30, 2024-01-01",
    "20240101 10:30, 2024-01-01",
    "２０２４／１／１　１０：３０, 2024-01-01",
    "2024年1月1日10时30分, 2024-01-01",
    "2024年1月1日 10时30分15秒, 2024-01-01",
    "2024年1月1日10:30, 2024-01-01",
    "2024年1月1日9点, 2024-01-01",
    "２０２４年１月１日１０时３０分, 2024-01-01",
    "2024年1月1 10时30分, 2024-01-01",
    "2024年1月1日上午9时, 2024-01-01",
    "2024-1-1 下午 2:30, 2024-01-01"
  })
  void a_time_behind_a_day_leaves_the_day_as_it_is(String text, LocalDate day) {
    assertThat(WrittenDay.read(text)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-3-1 2",
        "2026-3-1\n2",
        "2026-3-1\u200B2",
        "2026-3 1-2",
        "2026-3-1 二日",
        "2026-3-1二日",
        "2026年3月1 2日",
        "202 60302",
        "2026-3-110:30",
        "2026-3-1210:30",
        "2026-3-1 10:3 0",
        "2026-3-1 25:00",
        "2026-3-1 10:60",
        "2026-3-1 10时60分",
        "2026-3-1 10"
      })
  void what_stood_apart_is_not_read_as_one_number(String text) {
    assertThat(WrittenDay.read(text)).isEmpty();
  }

  @Test
  void every_day_of_a_month_is_read_before_every_hour() {
    for (int day = 1; day <= 31; day++) {
      for (int hour = 0; hour < 24; hour++) {
        for (String form :
            List.of(
                "2024/1/%d %d:30", "2024/1/%d %02d:30:15", "2024-1-%d %d时30分", "2024年1月%d日%d时")) {
          String text = form.formatted(day, hour);
          assertThat(WrittenDay.read(text)).as(text).contains(LocalDate.of(2024, 1, day));
        }
      }
    }
  }
}
