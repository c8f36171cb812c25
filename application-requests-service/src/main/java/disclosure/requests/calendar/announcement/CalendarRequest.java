package disclosure.requests.calendar.announcement;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.CalendarYear.AnnouncedDay;
import disclosure.requests.calendar.DayKind;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.deadline.Division;
import disclosure.requests.fault.RegisterFault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The days off of a year, as a notice announces them.
 *
 * @param notice the notice, with its number
 * @param days the days that are not what their weekday says; weekend days of a holiday may stand
 *     among them
 */
public record CalendarRequest(
    @NotBlank @Size(max = 200) String notice,
    @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Day> days) {

  /**
   * A day that the notice names.
   *
   * @param date in the year
   * @param kind whether it is off or worked
   * @param holiday the holiday that it belongs to
   */
  @Schema(name = "AnnouncedDay")
  record Day(
      @NotNull LocalDate date, @NotNull Kind kind, @NotBlank @Size(max = 20) String holiday) {}

  /** What a notice makes of a day. */
  @Schema(name = "AnnouncedDayKind")
  enum Kind {
    HOLIDAY(DayKind.HOLIDAY),
    MAKE_UP_WORKING_DAY(DayKind.MAKE_UP_WORKING_DAY);

    private final DayKind kind;

    Kind(DayKind kind) {
      this.kind = kind;
    }

    DayKind kind() {
      return kind;
    }
  }

  /**
   * The days of the year, when they can be a notice's.
   *
   * @throws Refusal 422, naming every day that can't
   */
  Map<LocalDate, AnnouncedDay> announced(Division division, int year) {
    List<Fault> faults = new ArrayList<>();
    Map<LocalDate, AnnouncedDay> announced = new TreeMap<>();
    for (int i = 0; i < days.size(); i++) {
      Day day = days.get(i);
      String field = "days[" + i + "]";
      if (day.date().getYear() != year) {
        faults.add(
            RegisterFault.DAY_OF_ANOTHER_YEAR.at(
                field + ".date",
                Expected.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))));
      } else if (announced.put(day.date(), new AnnouncedDay(day.kind().kind(), day.holiday()))
          != null) {
        faults.add(RegisterFault.DAY_NAMED_TWICE.at(field + ".date"));
      }
      if (day.kind() == Kind.MAKE_UP_WORKING_DAY) {
        checkMakeUp(day, field, faults);
      }
    }
    if (division.equals(Division.COUNTRY)) {
      checkFixedDays(year, announced, faults);
    }
    if (!faults.isEmpty()) {
      throw Refusal.notPermitted(faults);
    }
    return announced;
  }

  private static void checkMakeUp(Day day, String field, List<Fault> faults) {
    if (day.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
      faults.add(RegisterFault.MAKE_UP_DAY_NOT_AT_WEEKEND.at(field + ".kind"));
    }
  }

  /** A notice that lacks such a day was copied incompletely. */
  private static void checkFixedDays(
      int year, Map<LocalDate, AnnouncedDay> announced, List<Fault> faults) {
    Set<LocalDate> missing = new java.util.TreeSet<>(WorkingDayCalendar.fixedDaysOff(year));
    announced.forEach(
        (date, day) -> {
          if (day.kind() == DayKind.HOLIDAY) {
            missing.remove(date);
          }
        });
    for (LocalDate day : missing) {
      faults.add(RegisterFault.HOLIDAY_MISSING.at("days", Expected.oneOf(day)));
    }
  }

  /** Whether the year says the same already. */
  static boolean says(CalendarYear year, String notice, Map<LocalDate, AnnouncedDay> announced) {
    return year.notice().equals(notice) && year.days().equals(announced);
  }
}
