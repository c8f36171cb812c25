package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysTest {

  @ParameterizedTest
  @CsvSource({
    "2024-12-30, 1月8日, 2025-01-08",
    "2024-11-02, 2月2日, 2025-02-02",
    "2024-11-02, 2月3日,",
    "2024-10-31, 1月8日,",
    "2024-03-15, 3月10日,",
    "2024-03-15, 3月20日, 2024-03-20",
    "2024-03-15, 2024-03-10, 2024-03-10",
    "2024-12-30, 2月30日,"
  })
  void a_day_without_a_year_is_in_the_next_one_only_around_its_beginning(
      LocalDate received, String text, LocalDate day) {
    assertThat(Days.readFrom(received, text, Optional.of(2024)))
        .isEqualTo(Optional.ofNullable(day));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-12-30, 1月8日, 2024-01-08, 2024-01-08",
    "2023-11-05, 3月20日, 2024-03-20, 2024-03-20",
    "2023-12-28, 12月30日, 2023-12-30,",
    "2023-03-05, 3月20日,,",
    "2023-10-20, 10月25日,,",
    "2025-01-05, 1月20日, 2025-01-20, 2025-01-20",
    "2025-01-05, 1月3日,,",
    "2022-03-05, 3月20日, 2024-03-20, 2024-03-20",
    "2024-12-30, 1月8日, 2025-01-08, 2025-01-08"
  })
  void a_day_of_a_case_from_another_year_is_in_that_of_the_ledger_unless_it_may_be_in_either(
      LocalDate received, String text, LocalDate step, LocalDate conclusion) {
    assertThat(Days.readFrom(received, text, Optional.of(2024)))
        .isEqualTo(Optional.ofNullable(step));
    assertThat(Days.readConclusion(received, text, Optional.of(2024)))
        .isEqualTo(Optional.ofNullable(conclusion));
  }

  @ParameterizedTest
  @CsvSource({
    "5.12, 2025-05-12",
    "5.1,",
    "5.4, 2025-05-04",
    "5.04, 2025-05-04",
    "13.12,",
    "2025.5.12上午, 2025-05-12",
    "2025-05-12 下午 14:30, 2025-05-12",
    "25.5.12, 2025-05-12",
    "24.12.30, 2024-12-30",
    "26/1/5, 2026-01-05",
    "12.5.25,",
    "25.13.1,",
    "25.5.1 2,",
    "5-1 2,",
    "45 296,"
  })
  void a_day_in_few_characters_is_in_or_about_the_year_of_the_table(String text, LocalDate day) {
    assertThat(Days.read(text, Optional.of(2025))).isEqualTo(Optional.ofNullable(day));
  }

  @ParameterizedTest
  @CsvSource({
    "二〇二四年三月五日, 2024-03-05",
    "二○二四年十二月三十一日, 2024-12-31",
    "二零二四年十月二十日, 2024-10-20",
    "2024年三月十五日, 2024-03-15",
    "二〇二四年二月三十日,",
    "二〇二四年三月,",
    "十月二十日, 2025-10-20",
    "三月五号, 2025-03-05"
  })
  void a_day_may_be_written_out(String text, LocalDate day) {
    assertThat(Days.read(text, Optional.of(2025))).isEqualTo(Optional.ofNullable(day));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T25:00,",
    "2026-11-02 12:60,",
    "2026-11-02T23:59:59Z, 2026-11-02",
    "2026-11-02T24:00, 2026-11-02",
    "2024/1/1 10:30, 2024-01-01",
    "2024/1/2 15:20:00, 2024-01-02",
    "2024/12/2 14:05, 2024-12-02",
    "2024/1/4 9:05, 2024-01-04",
    "2024年1月1日10时30分, 2024-01-01",
    "２０２４／１／１　１０：３０, 2024-01-01",
    "2024-1-1 2,"
  })
  void a_time_of_the_day_is_one(String text, LocalDate day) {
    assertThat(Days.read(text)).isEqualTo(Optional.ofNullable(day));
  }

  @ParameterizedTest
  @CsvSource({
    "5.1, true",
    "12.3, true",
    "5.10, false",
    "5.12, false",
    "2025.5.1, false",
    "13.1, false"
  })
  void a_day_that_has_lost_its_zero_is_told_from_one_that_is_none(String text, boolean isCutShort) {
    assertThat(Days.isCutShort(text)).isEqualTo(isCutShort);
  }
}
