package disclosure.edge.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
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
}
