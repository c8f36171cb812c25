package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DaysProperties {

  @Property
  void a_day_is_read_however_it_is_written(@ForAll @IntRange(min = 0, max = 36_000) int number) {
    LocalDate day = LocalDate.of(2000, 1, 1).plusDays(number);
    for (String form :
        new String[] {
          "uuuu-MM-dd",
          "uuuu-M-d",
          "uuuu/MM/dd",
          "uuuu/M/d",
          "uuuu.M.d",
          "uuuu年M月d日",
          "uuuu年MM月dd日",
          "uuuuMMdd",
          "uuuu-MM-dd HH:mm:ss",
          "uuuu/M/d H:mm",
          "uuuu/M/d HH:mm",
          "uuuu年M月d日HH时mm分",
          " uuuu - M - d "
        }) {
      String text =
          DateTimeFormatter.ofPattern(form, Locale.ROOT).format(day.atTime(number % 24, 30));
      assertThat(Days.read(text)).as(text).contains(day);
      assertThat(Days.read(wide(text))).as("full-width").contains(day);
    }
    long serial = day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
    assertThat(Days.read(Long.toString(serial))).contains(day);
    assertThat(Days.read(serial + ".5")).contains(day);
  }

  @Property
  void anything_else_is_no_day(@ForAll String text) {
    if (!text.matches("(?s).*\\d{5}.*|.*\\d{4}.*\\d.*\\d.*")) {
      assertThat(Days.read(text)).isEmpty();
    }
  }

  @Example
  void a_day_that_does_not_exist_is_none() {
    for (String text :
        new String[] {
          "2023-02-29",
          "2024-13-01",
          "20240230",
          "2024-00-10",
          "24-1-5",
          "2024年",
          "1月5日",
          "0",
          "2024-1",
          "",
          "123456",
          "待定"
        }) {
      assertThat(Days.read(text)).as(text).isEmpty();
    }
    assertThat(Days.read("2024-02-29")).contains(LocalDate.of(2024, 2, 29));
    assertThat(Days.read("45296")).contains(LocalDate.of(2024, 1, 5));
  }

  private static String wide(String text) {
    return text.chars()
        .map(c -> c >= '0' && c <= '9' ? c - '0' + 0xFF10 : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
