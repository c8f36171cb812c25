package disclosure.requests.page.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.CalendarYear.AnnouncedDay;
import disclosure.requests.calendar.DayKind;
import disclosure.requests.calendar.WorkingDayCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodsTest {

  @ParameterizedTest
  @ValueSource(ints = {2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026})
  void what_is_written_is_read_as_the_same_days(int year) {
    CalendarYear known = WorkingDayCalendar.bundled().announcedYear(year).orElseThrow();
    String written =
        Periods.of(known).stream().map(Periods.Period::written).collect(Collectors.joining("\r\n"));
    Periods read = Periods.read(written, year);
    assertThat(read.faults()).isEmpty();
    assertThat(
            read.days().stream()
                .collect(
                    Collectors.toMap(
                        Periods.Day::date, day -> new AnnouncedDay(day.kind(), day.holiday()))))
        .isEqualTo(known.days());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2027-10-01至2027-10-03 放假 国庆节",
        "10月1日至3日 放假 国庆节",
        "１０月１日～１０月３日　休息　国庆节",
        "2027年10月1日到10月3日,放假,国庆节",
        "20271001至20271003，节假日，国庆节"
      })
  void days_may_be_written_in_several_ways(String line) {
    assertThat(Periods.read(line, 2027).days())
        .extracting(Periods.Day::date)
        .containsExactly(
            LocalDate.of(2027, 10, 1), LocalDate.of(2027, 10, 2), LocalDate.of(2027, 10, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10月1日 放假|第2行应写明日期、放假或者上班、所属节日",
        "10月32日 放假 国庆节|第2行不是实际存在的日期",
        "明天 放假 国庆节|第2行不是实际存在的日期",
        "10月3日至1日 放假 国庆节|第2行起止日期颠倒，或者相隔过长",
        "1月1日至12月31日 放假 国庆节|第2行起止日期颠倒，或者相隔过长",
        "10月1日 也许 国庆节|第2行第二项应为放假或者上班"
      })
  void what_can_not_be_read_is_told_of_its_line(String line, String told) {
    assertThat(Periods.read("\n" + line, 2027).faults())
        .extracting(fault -> fault.message().chinese())
        .containsExactly(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1~2.10 放假 x\n", "x\n"})
  void no_more_is_read_than_a_year_has_days(String line) {
    Periods read = Periods.read(line.repeat(7_000), 2027);
    assertThat(read.days()).hasSizeLessThan(500);
    assertThat(read.faults()).hasSizeLessThan(500);
    assertThat(read.faults().get(read.faults().size() - 1).message().chinese()).contains("起没有读");
    assertThat(Periods.read("1月1日 放假 " + "节".repeat(100_000), 2027).faults())
        .extracting(fault -> fault.message().chinese())
        .containsExactly("第1行过长");
  }

  @Test
  void what_is_wrong_with_a_day_is_told_of_the_line_that_it_was_written_in() {
    Periods read = Periods.read("1月1日至1月3日 放假 元旦\n\n1月5日 上班 元旦", 2027);
    List<Fault> told =
        read.inLines(
            List.of(
                InputFault.WRONG_FORM.at("days[3].kind"),
                InputFault.REQUIRED.at("days[0].holiday"),
                InputFault.REQUIRED.at("days[1].holiday"),
                InputFault.REQUIRED.at("notice")));
    assertThat(told)
        .extracting(fault -> fault.field() + " " + fault.message().chinese())
        .containsExactly("days 第3行格式有误", "days 第1行必须填写", "notice 必须填写");
  }

  @Test
  void days_of_different_holidays_are_told_apart() {
    CalendarYear year =
        new CalendarYear(
            2027,
            "2027-1",
            "通知",
            Map.of(
                LocalDate.of(2027, 10, 1), new AnnouncedDay(DayKind.HOLIDAY, "国庆节"),
                LocalDate.of(2027, 10, 2), new AnnouncedDay(DayKind.HOLIDAY, "中秋节"),
                LocalDate.of(2027, 10, 3), new AnnouncedDay(DayKind.HOLIDAY, "中秋节")));
    assertThat(Periods.of(year))
        .extracting(Periods.Period::told)
        .containsExactly("10月1日（周五）", "10月2日（周六）至10月3日（周日）");
  }
}
