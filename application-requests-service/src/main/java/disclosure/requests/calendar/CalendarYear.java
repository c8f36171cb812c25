package disclosure.requests.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The announced days of one year.
 *
 * @param year the calendar year of every day in it
 * @param version grows with every announcement that changes the year, for example {@code 2020-2}
 * @param notice the announcements that it comes from
 * @param days the days that are not what their weekday says, and the weekend days of a holiday
 */
public record CalendarYear(
    int year, String version, String notice, Map<LocalDate, AnnouncedDay> days) {

  /**
   * A day that a notice names.
   *
   * @param kind {@link DayKind#HOLIDAY} or {@link DayKind#MAKE_UP_WORKING_DAY}
   * @param holiday the name of the holiday that the day belongs to, in Chinese
   */
  public record AnnouncedDay(DayKind kind, String holiday) {

    /**
     * @throws IllegalArgumentException for a kind that is not announced
     */
    public AnnouncedDay {
      if (kind != DayKind.HOLIDAY && kind != DayKind.MAKE_UP_WORKING_DAY) {
        throw new IllegalArgumentException("neither HOLIDAY nor MAKE_UP_WORKING_DAY");
      }
      Objects.requireNonNull(holiday, "holiday");
    }
  }

  /**
   * @throws IllegalArgumentException when a day lies outside the year
   */
  public CalendarYear {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(notice, "notice");
    for (LocalDate day : days.keySet()) {
      if (day.getYear() != year) {
        throw new IllegalArgumentException(day + " is not in " + year);
      }
    }
    days = Map.copyOf(days);
  }

  /**
   * Reads the form in which a year is kept: {@code # year: 2024}, {@code # version: 2024-1}, {@code
   * # notice: …}, then one {@code date,kind,holiday} a line.
   *
   * @throws IllegalArgumentException naming the first line that is wrong
   */
  public static CalendarYear parse(List<String> lines) {
    if (lines.size() < 3) {
      throw new IllegalArgumentException("line 1 to 3: year, version and notice are missing");
    }
    int year;
    try {
      year = Integer.parseInt(header(lines, 0, "year"));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("line 1: not a year", e);
    }
    Map<LocalDate, AnnouncedDay> days = new TreeMap<>();
    for (int i = 3; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      try {
        if (cells.length != 3) {
          throw new IllegalArgumentException("not date,kind,holiday");
        }
        LocalDate date = LocalDate.parse(cells[0]);
        AnnouncedDay day = new AnnouncedDay(DayKind.valueOf(cells[1]), cells[2]);
        if (days.put(date, day) != null) {
          throw new IllegalArgumentException("the day is named twice");
        }
      } catch (DateTimeParseException | IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return new CalendarYear(year, header(lines, 1, "version"), header(lines, 2, "notice"), days);
  }

  private static String header(List<String> lines, int index, String key) {
    String start = "# " + key + ": ";
    if (!lines.get(index).startsWith(start)) {
      throw new IllegalArgumentException("line " + (index + 1) + ": " + key + " is missing");
    }
    return lines.get(index).substring(start.length());
  }
}
