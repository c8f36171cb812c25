package disclosure.requests.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tyme.holiday.LegalHoliday;
import disclosure.requests.calendar.CalendarYear.AnnouncedDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDayCalendarTest {

  private final WorkingDayCalendar calendar = WorkingDayCalendar.bundled();

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  @Test
  void every_day_from_2019_to_2026_is_what_tyme4j_says() {
    LocalDate day = day("2019-01-01");
    while (day.getYear() <= 2026) {
      LegalHoliday announced =
          LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
      boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
      boolean working = announced == null ? !weekend : announced.isWork();
      assertThat(calendar.isWorkingDay(day)).as(day.toString()).isEqualTo(working);
      assertThat(calendar.holidayOf(day).isPresent())
          .as(day.toString())
          .isEqualTo(announced != null);
      day = day.plusDays(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2019, 250",
    "2020, 249",
    "2021, 250",
    "2022, 249",
    "2023, 249",
    "2024, 251",
    "2025, 248",
    "2026, 248"
  })
  void the_years_have_the_known_number_of_working_days(int year, int days) {
    assertThat(
            calendar.workingDaysBetween(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
        .isEqualTo(days);
    assertThat(calendar.isLoaded(year)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, HOLIDAY", "2026-01-04, MAKE_UP_WORKING_DAY", "2026-01-05, WORKING_DAY",
    "2026-01-10, WEEKEND", "2026-01-11, WEEKEND", "2024-02-09, WORKING_DAY",
    "2024-02-10, HOLIDAY", "2024-02-18, MAKE_UP_WORKING_DAY", "2020-02-02, HOLIDAY"
  })
  void a_day_is_what_the_notice_makes_of_it(LocalDate day, DayKind kind) {
    assertThat(calendar.kindOf(day)).isEqualTo(kind);
  }

  @Test
  void a_holiday_has_its_name() {
    assertThat(calendar.holidayOf(day("2024-02-10"))).contains("春节");
    assertThat(calendar.holidayOf(day("2024-02-18"))).contains("春节");
    assertThat(calendar.holidayOf(day("2024-03-04"))).isEmpty();
  }

  @Test
  void the_first_day_is_not_counted() {
    assertThat(calendar.plusWorkingDays(day("2024-03-04"), 1).date()).isEqualTo(day("2024-03-05"));
    assertThat(calendar.plusWorkingDays(day("2024-03-08"), 1).date()).isEqualTo(day("2024-03-11"));
    assertThat(calendar.plusWorkingDays(day("2024-02-09"), 1))
        .isEqualTo(new CalculatedDate(day("2024-02-18"), false));
    assertThatThrownBy(() -> calendar.plusWorkingDays(day("2024-02-09"), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_day_off_rolls_to_the_next_working_day_and_a_working_day_stays() {
    assertThat(calendar.firstWorkingDayFrom(day("2024-02-10")).date()).isEqualTo(day("2024-02-18"));
    assertThat(calendar.firstWorkingDayFrom(day("2024-03-04")).date()).isEqualTo(day("2024-03-04"));
  }

  @Test
  void working_days_between_leave_out_the_first_and_take_in_the_last() {
    assertThat(calendar.workingDaysBetween(day("2025-03-10"), day("2025-03-24"))).isEqualTo(10);
    assertThat(calendar.workingDaysBetween(day("2025-03-10"), day("2025-03-10"))).isZero();
  }

  @Test
  void a_year_that_is_not_loaded_is_provisional_and_has_only_the_days_fixed_by_law() {
    assertThat(calendar.isLoaded(2027)).isFalse();
    assertThat(calendar.isLoaded(2018)).isFalse();
    for (String off : List.of("01-01", "05-01", "10-01", "10-02", "10-03")) {
      assertThat(calendar.kindOf(day("2027-" + off))).isEqualTo(DayKind.HOLIDAY);
      assertThat(calendar.kindOf(day("2018-" + off))).isEqualTo(DayKind.HOLIDAY);
    }
    assertThat(calendar.kindOf(day("2028-05-02"))).isEqualTo(DayKind.HOLIDAY);
    assertThat(calendar.kindOf(day("2018-05-02"))).isEqualTo(DayKind.WORKING_DAY);
    assertThat(calendar.kindOf(day("2027-02-08"))).isEqualTo(DayKind.WORKING_DAY);
    assertThat(calendar.plusWorkingDays(day("2026-12-31"), 1))
        .isEqualTo(new CalculatedDate(day("2027-01-04"), true));
    assertThat(calendar.plusWorkingDays(day("2026-12-30"), 1))
        .isEqualTo(new CalculatedDate(day("2026-12-31"), false));
    assertThat(calendar.plusWorkingDays(day("2018-12-28"), 2).provisional()).isTrue();
  }

  @Test
  void the_second_of_may_is_off_by_law_since_2025() {
    WorkingDayCalendar empty = WorkingDayCalendar.of(List.of());
    assertThat(empty.isWorkingDay(day("2024-05-02"))).isTrue();
    assertThat(empty.isWorkingDay(day("2025-05-02"))).isFalse();
  }

  @Test
  void loading_a_year_makes_its_dates_sure() {
    CalendarYear year =
        new CalendarYear(
            2027,
            "2027-1",
            "国务院办公厅关于2027年部分节假日安排的通知",
            Map.of(
                day("2027-01-01"), new AnnouncedDay(DayKind.HOLIDAY, "元旦"),
                day("2027-01-03"), new AnnouncedDay(DayKind.MAKE_UP_WORKING_DAY, "元旦")));
    WorkingDayCalendar loaded = calendar.with(year);
    assertThat(loaded.plusWorkingDays(day("2026-12-31"), 1))
        .isEqualTo(new CalculatedDate(day("2027-01-03"), false));
    assertThat(loaded.isWorkingDay(day("2027-10-01"))).isTrue();
    assertThat(loaded.versionOf(2027)).isEqualTo("2027-1");
    assertThat(calendar.isLoaded(2027)).isFalse();
  }

  @Test
  void a_region_has_days_off_and_make_up_days_of_its_own_where_the_country_names_none() {
    RegionalHolidays region =
        new RegionalHolidays(
            "内蒙古",
            "2026-1",
            Set.of(day("2026-08-03"), day("2026-01-04"), day("2026-08-08")),
            Set.of(day("2026-08-02"), day("2026-01-02")));
    WorkingDayCalendar regional = calendar.in(region);
    assertThat(regional.kindOf(day("2026-08-03"))).isEqualTo(DayKind.REGIONAL_HOLIDAY);
    assertThat(regional.isWorkingDay(day("2026-08-03"))).isFalse();
    assertThat(regional.isWorkingDay(day("2026-08-08"))).isFalse();
    assertThat(regional.kindOf(day("2026-01-04"))).isEqualTo(DayKind.MAKE_UP_WORKING_DAY);
    assertThat(regional.kindOf(day("2026-01-01"))).isEqualTo(DayKind.HOLIDAY);
    assertThat(calendar.isWorkingDay(day("2026-08-03"))).isTrue();
    assertThat(regional.kindOf(day("2026-08-02"))).isEqualTo(DayKind.MAKE_UP_WORKING_DAY);
    assertThat(calendar.isWorkingDay(day("2026-08-02"))).isFalse();
    assertThat(regional.kindOf(day("2026-01-02"))).isEqualTo(DayKind.HOLIDAY);
    assertThat(regional.with(CalendarYear.parse(YEAR)).isWorkingDay(day("2026-08-03"))).isFalse();
    assertThat(regional.versionOf(2026)).isEqualTo("2026-1@内蒙古:2026-1");
    assertThat(regional.version()).endsWith("2026-1@内蒙古:2026-1");
  }

  @Test
  void the_version_names_every_year() {
    assertThat(calendar.version())
        .isEqualTo("2019-2,2020-2,2021-1,2022-1,2023-1,2024-1,2025-1,2026-1");
    assertThat(calendar.versionOf(2024)).isEqualTo("2024-1");
    assertThat(calendar.versionOf(2027)).isEqualTo("statutory-days-only");
  }

  private static final List<String> YEAR =
      List.of("# year: 2027", "# version: 2027-1", "# notice: 通知", "2027-01-01,HOLIDAY,元旦");

  @Test
  void a_year_is_read_from_its_lines() {
    CalendarYear year = CalendarYear.parse(YEAR);
    assertThat(year.year()).isEqualTo(2027);
    assertThat(year.version()).isEqualTo("2027-1");
    assertThat(year.notice()).isEqualTo("通知");
    assertThat(year.days())
        .isEqualTo(Map.of(day("2027-01-01"), new AnnouncedDay(DayKind.HOLIDAY, "元旦")));
    assertThat(CalendarYear.parse(YEAR.subList(0, 3)).days()).isEmpty();
  }

  private static List<String> yearWith(int line, String text) {
    List<String> lines = new java.util.ArrayList<>(YEAR);
    if (line > lines.size()) {
      lines.add(text);
    } else {
      lines.set(line - 1, text);
    }
    return lines;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; # year: soon; line 1: not a year",
        "1; year 2027; line 1: year is missing",
        "2; # notice: 通知; line 2: version is missing",
        "3; # version: 1; line 3: notice is missing",
        "4; 2027-01-01,HOLIDAY; line 4: not date,kind,holiday",
        "4; 2027-02-30,HOLIDAY,元旦; line 4:",
        "4; 2027-01-01,FEAST,元旦; line 4:",
        "4; 2027-01-01,WEEKEND,元旦; line 4: neither HOLIDAY nor MAKE_UP_WORKING_DAY",
        "4; 2026-12-31,HOLIDAY,元旦; 2026-12-31 is not in 2027",
        "5; 2027-01-01,HOLIDAY,元旦; line 5: the day is named twice"
      })
  void a_faulty_year_is_refused_by_line(int line, String text, String message) {
    assertThatThrownBy(() -> CalendarYear.parse(yearWith(line, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void a_year_without_its_head_is_refused() {
    assertThatThrownBy(() -> CalendarYear.parse(YEAR.subList(0, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void kinds_speak_both_languages() {
    assertThat(DayKind.values())
        .allSatisfy(
            kind -> {
              assertThat(kind.zh()).matches(".*\\p{IsHan}.*");
              assertThat(kind.en()).matches("[ -~]+");
            });
  }
}
