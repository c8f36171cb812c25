package disclosure.requests.page.calendar;

import disclosure.edge.Fault;
import disclosure.edge.FaultCode;
import disclosure.edge.InputFault;
import disclosure.edge.Text;
import disclosure.edge.look.Wording;
import disclosure.edge.look.WrittenDay;
import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.CalendarYear.AnnouncedDay;
import disclosure.requests.calendar.DayKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The announced days as people read and write them, a line for days that follow each other: {@code
 * 10月1日至10月7日 放假 国庆节}.
 *
 * @param days in the order of the lines
 * @param faults what can't be read, at {@value #FIELD}
 */
record Periods(List<Day> days, List<Fault> faults) {

  static final String FIELD = "days";

  /** How a line may be written. */
  static final String FORMS =
      "一行一段日期，依次写日期、放假或者上班、所属节日，中间用空格隔开，如“10月1日至10月7日 放假 国庆节”“10月10日 上班 国庆节”";

  private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[月./-](\\d{1,2})日?");
  private static final Pattern SHORTER = Pattern.compile("(\\d{1,2})日?");
  private static final List<String> OFF = List.of("放假", "休息", "节假日", "地方性节假日");
  private static final List<String> WORKED = List.of("上班", "补班", "调休", "调休上班日");
  private static final List<String> WEEK = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");
  private static final List<String> MONTHS =
      List.of("1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月");
  private static final int PARTS = 3;
  private static final int LONGEST = 40;
  private static final int LONGEST_LINE = 200;

  /** What no year has more of; nothing is read beyond it. */
  private static final int MOST = 366;

  /** A day, and in which line it was written. */
  record Day(LocalDate date, DayKind kind, String holiday, int line) {}

  /** Some days that follow each other. */
  record Period(LocalDate first, LocalDate last, AnnouncedDay day) {

    String written() {
      String from = shortly(first);
      return (first.equals(last) ? from : from + "至" + shortly(last))
          + " "
          + inChinese()
          + " "
          + day.holiday();
    }

    String told() {
      return first.equals(last)
          ? withWeekday(first)
          : Wording.of("%1$s至%2$s", withWeekday(first), withWeekday(last));
    }

    String word() {
      return Wording.of(inChinese());
    }

    private String inChinese() {
      return day.kind().isWorking() ? "上班" : "放假";
    }

    long length() {
      return last.toEpochDay() - first.toEpochDay() + 1;
    }
  }

  /** Those of a year, in order. */
  static List<Period> of(CalendarYear year) {
    Map<LocalDate, AnnouncedDay> sorted = new TreeMap<>(year.days());
    List<Period> periods = new ArrayList<>();
    sorted.forEach(
        (date, day) -> {
          int last = periods.size() - 1;
          if (last >= 0
              && periods.get(last).last().plusDays(1).equals(date)
              && periods.get(last).day().equals(day)) {
            periods.set(last, new Period(periods.get(last).first(), date, day));
          } else {
            periods.add(new Period(date, date, day));
          }
        });
    return periods;
  }

  /** What was written for a year; empty lines are passed over. */
  static Periods read(String text, int year) {
    List<Day> days = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty()) {
        continue;
      }
      if (days.size() + faults.size() >= MOST) {
        faults.add(
            inLine(
                i + 1,
                InputFault.LIMIT_EXCEEDED,
                new Text("起没有读：前面已经多于全年的天数", "comes after more days than a year has")));
        break;
      }
      read(line, i + 1, year, days, faults);
    }
    return new Periods(days, faults);
  }

  /** What is wrong with a day of the request, told of the line that it was written in. */
  List<Fault> inLines(List<Fault> found) {
    return found.stream()
        .map(
            fault -> {
              Matcher place = Pattern.compile("days\\[(\\d+)].*").matcher(fault.field());
              if (!place.matches()) {
                return fault;
              }
              int line = days.get(Integer.parseInt(place.group(1))).line();
              return inLine(line, fault.code(), fault.message());
            })
        .distinct()
        .toList();
  }

  private static void read(String line, int number, int year, List<Day> days, List<Fault> faults) {
    if (line.length() > LONGEST_LINE) {
      faults.add(inLine(number, InputFault.WRONG_LENGTH, new Text("过长", "is too long")));
      return;
    }
    String[] parts = line.split("[\\s,，\\u3000]+", PARTS);
    if (parts.length < PARTS) {
      faults.add(
          inLine(number, InputFault.WRONG_FORM, new Text("应写明日期、放假或者上班、所属节日", "lacks a part")));
      return;
    }
    String[] ends = WrittenDay.close(parts[0]).split("[至到~—–]+", 2);
    Optional<LocalDate> first = day(ends[0], year, Optional.empty());
    Optional<LocalDate> last = ends.length == 1 ? first : day(ends[1], year, first);
    Optional<DayKind> kind = kind(parts[1]);
    if (first.isEmpty() || last.isEmpty()) {
      faults.add(
          inLine(number, InputFault.NOT_A_DATE, new Text("不是实际存在的日期", "is no existing date")));
    } else if (last.get().isBefore(first.get())
        || last.get().isAfter(first.get().plusDays(LONGEST))) {
      faults.add(
          inLine(
              number,
              InputFault.DAY_OUT_OF_RANGE,
              new Text("起止日期颠倒，或者相隔过长", "has its days the wrong way round, or too far apart")));
    } else if (kind.isEmpty()) {
      faults.add(
          inLine(number, InputFault.NOT_ONE_OF, new Text("第二项应为放假或者上班", "is neither 放假 nor 上班")));
    } else {
      for (LocalDate date = first.get(); !date.isAfter(last.get()); date = date.plusDays(1)) {
        days.add(new Day(date, kind.get(), parts[2].strip(), number));
      }
    }
  }

  private static Fault inLine(int line, FaultCode code, Text message) {
    return Fault.of(
        FIELD,
        code,
        new Text("第" + line + "行" + message.chinese(), "line " + line + " " + message.english()));
  }

  private static Optional<DayKind> kind(String word) {
    return OFF.contains(word)
        ? Optional.of(DayKind.HOLIDAY)
        : WORKED.contains(word) ? Optional.of(DayKind.MAKE_UP_WORKING_DAY) : Optional.empty();
  }

  /** Without its year it is of the year that is written about, without its month of the same. */
  private static Optional<LocalDate> day(String text, int year, Optional<LocalDate> before) {
    Matcher some = SHORT.matcher(text);
    if (some.matches()) {
      return WrittenDay.read(year + "-" + some.group(1) + "-" + some.group(2));
    }
    Matcher few = SHORTER.matcher(text);
    return before.isPresent() && few.matches()
        ? WrittenDay.read(year + "-" + before.get().getMonthValue() + "-" + few.group(1))
        : WrittenDay.read(text);
  }

  private static String shortly(LocalDate day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private static String withWeekday(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return Wording.of(
        "%s（%s）",
        Wording.of("%s%s日", Wording.of(MONTHS.get(day.getMonthValue() - 1)), day.getDayOfMonth()),
        Wording.of(WEEK.get(weekday.getValue() - 1)));
  }
}
