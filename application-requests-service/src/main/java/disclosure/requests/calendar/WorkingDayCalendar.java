package disclosure.requests.calendar;

import disclosure.requests.calendar.CalendarYear.AnnouncedDay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 工作日日历, immutable. In a year that is not loaded only the days that the law fixes by date are off,
 * and every date counted through such a year is provisional.
 */
public final class WorkingDayCalendar {

  /** The version of a year that is not loaded. */
  public static final String STATUTORY_DAYS_ONLY = "statutory-days-only";

  private static final int FIRST_BUNDLED_YEAR = 2019;
  private static final int LAST_BUNDLED_YEAR = 2026;

  /** The years whose working days are kept once they are asked for. */
  private static final int FIRST_KEPT_YEAR = 2000;

  private static final int LAST_KEPT_YEAR = 2100;

  /** 《全国年节及纪念日放假办法》第二条: the days whose date does not depend on the moon or the sun. */
  private static final Set<MonthDay> FIXED_DAYS_OFF =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 2),
          MonthDay.of(10, 1),
          MonthDay.of(10, 2),
          MonthDay.of(10, 3));

  /** Off by the revision in force since 2025. */
  private static final MonthDay SECOND_OF_MAY = MonthDay.of(5, 2);

  private static final WorkingDayCalendar BUNDLED = readBundled();

  private final NavigableMap<Integer, CalendarYear> years;
  private final RegionalHolidays regional;
  private final AtomicReferenceArray<BitSet> workingDays =
      new AtomicReferenceArray<>(LAST_KEPT_YEAR - FIRST_KEPT_YEAR + 1);

  private WorkingDayCalendar(NavigableMap<Integer, CalendarYear> years, RegionalHolidays regional) {
    this.years = years;
    this.regional = regional;
  }

  /** The years that come with the product, 2019 to 2026, without a region. */
  public static WorkingDayCalendar bundled() {
    return BUNDLED;
  }

  /** A calendar of the given years alone. */
  public static WorkingDayCalendar of(Collection<CalendarYear> years) {
    NavigableMap<Integer, CalendarYear> byYear = new TreeMap<>();
    years.forEach(year -> byYear.put(year.year(), year));
    return new WorkingDayCalendar(byYear, RegionalHolidays.NONE);
  }

  /** This calendar with a year more, or with another version of a year. */
  public WorkingDayCalendar with(CalendarYear year) {
    NavigableMap<Integer, CalendarYear> more = new TreeMap<>(years);
    more.put(year.year(), year);
    return new WorkingDayCalendar(more, regional);
  }

  /** This calendar in a region with days off of its own. */
  public WorkingDayCalendar in(RegionalHolidays region) {
    return new WorkingDayCalendar(years, region);
  }

  /** Whether the days off of the year are announced and known. */
  public boolean isLoaded(int year) {
    return years.containsKey(year);
  }

  /** The years whose days off are announced and known, in order. */
  public List<CalendarYear> announcedYears() {
    return List.copyOf(years.values());
  }

  /** The announced days of the year; empty if it is not loaded. */
  public Optional<CalendarYear> announcedYear(int year) {
    return Optional.ofNullable(years.get(year));
  }

  /** The days of the year that are off by law, whatever is announced. */
  public static Set<LocalDate> fixedDaysOff(int year) {
    return FIXED_DAYS_OFF.stream()
        .filter(day -> isFixedDayOff(day, year))
        .map(day -> day.atYear(year))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What the day is. */
  public DayKind kindOf(LocalDate day) {
    Optional<DayKind> announced = announced(day).map(AnnouncedDay::kind);
    if (announced.filter(DayKind.MAKE_UP_WORKING_DAY::equals).isPresent()) {
      return DayKind.MAKE_UP_WORKING_DAY;
    }
    if (announced.isPresent() || isFixedDayOff(day)) {
      return DayKind.HOLIDAY;
    }
    if (regional.makeUpDays().contains(day)) {
      return DayKind.MAKE_UP_WORKING_DAY;
    }
    if (regional.days().contains(day)) {
      return DayKind.REGIONAL_HOLIDAY;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend ? DayKind.WEEKEND : DayKind.WORKING_DAY;
  }

  /** The Chinese name of the holiday that a day off or make-up day belongs to, where announced. */
  public Optional<String> holidayOf(LocalDate day) {
    return announced(day).map(AnnouncedDay::holiday);
  }

  /** Whether the day counts; make-up working days do. */
  public boolean isWorkingDay(LocalDate day) {
    int place = day.getYear() - FIRST_KEPT_YEAR;
    if (place < 0 || place >= workingDays.length()) {
      return kindOf(day).isWorking();
    }
    BitSet kept = workingDays.get(place);
    if (kept == null) {
      kept = workingDaysOf(day.getYear());
      workingDays.set(place, kept);
    }
    return kept.get(day.getDayOfYear());
  }

  private BitSet workingDaysOf(int year) {
    BitSet working = new BitSet();
    LocalDate first = LocalDate.of(year, 1, 1);
    first
        .datesUntil(first.plusYears(1))
        .filter(day -> kindOf(day).isWorking())
        .forEach(day -> working.set(day.getDayOfYear()));
    return working;
  }

  /** The day itself if it is a working day, else the next one. */
  public CalculatedDate firstWorkingDayFrom(LocalDate day) {
    return plusWorkingDays(day.minusDays(1), 1);
  }

  /**
   * The last of so many working days after the day, which is itself not counted.
   *
   * @param count at least 1
   */
  public CalculatedDate plusWorkingDays(LocalDate day, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("fewer than 1 working day");
    }
    LocalDate date = day;
    boolean provisional = false;
    int left = count;
    while (left > 0) {
      date = date.plusDays(1);
      provisional |= !isLoaded(date.getYear());
      if (isWorkingDay(date)) {
        left--;
      }
    }
    return new CalculatedDate(date, provisional);
  }

  /** The working days after a day up to the last one; negative for those since it has passed. */
  public int workingDaysLeft(LocalDate today, LocalDate last) {
    return last.isBefore(today)
        ? -workingDaysBetween(last, today)
        : workingDaysBetween(today, last);
  }

  /** How many working days lie after the first day, up to and including the last. */
  public int workingDaysBetween(LocalDate after, LocalDate last) {
    int count = 0;
    for (LocalDate day = after.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        count++;
      }
    }
    return count;
  }

  /** The version of the data that decides about a day of the year. */
  public String versionOf(int year) {
    String national = isLoaded(year) ? years.get(year).version() : STATUTORY_DAYS_ONLY;
    return national + regionalVersion();
  }

  /** The versions of all loaded years; equal versions mean equal answers. */
  public String version() {
    return years.values().stream().map(CalendarYear::version).collect(Collectors.joining(","))
        + regionalVersion();
  }

  private String regionalVersion() {
    return regional.region().isEmpty() ? "" : "@" + regional.region() + ":" + regional.version();
  }

  private Optional<AnnouncedDay> announced(LocalDate day) {
    return Optional.ofNullable(years.get(day.getYear())).map(year -> year.days().get(day));
  }

  private boolean isFixedDayOff(LocalDate day) {
    return !isLoaded(day.getYear()) && isFixedDayOff(MonthDay.from(day), day.getYear());
  }

  private static boolean isFixedDayOff(MonthDay day, int year) {
    return FIXED_DAYS_OFF.contains(day) && (year >= 2025 || !day.equals(SECOND_OF_MAY));
  }

  private static WorkingDayCalendar readBundled() {
    return of(
        IntStream.rangeClosed(FIRST_BUNDLED_YEAR, LAST_BUNDLED_YEAR)
            .mapToObj(WorkingDayCalendar::read)
            .toList());
  }

  private static CalendarYear read(int year) {
    String name = year + ".csv";
    try (InputStream in = WorkingDayCalendar.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing in the product: " + name);
      }
      return CalendarYear.parse(
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
