package disclosure.requests.deadline;

import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.DayKind;
import disclosure.requests.calendar.RegionalHolidays;
import disclosure.requests.calendar.WorkingDayCalendar;
import disclosure.requests.clock.ClockPolicies;
import disclosure.requests.clock.StatutoryClock;
import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The clocks of all organs at one revision; immutable. */
public final class ClockBook {

  private final long revision;
  private final ClockPolicies policies;
  private final WorkingDayCalendar national;
  private final Map<Division, List<LoadedYear>> regional;
  private final StatutoryClock nationalClock;
  private final Map<List<Division>, StatutoryClock> regionalClocks = new ConcurrentHashMap<>();

  ClockBook(long revision, ClockPolicies policies, List<LoadedYear> loaded) {
    this.revision = revision;
    this.policies = policies;
    WorkingDayCalendar calendar = WorkingDayCalendar.bundled();
    Map<Division, List<LoadedYear>> regions = new HashMap<>();
    for (LoadedYear year : loaded) {
      if (year.division().equals(Division.COUNTRY)) {
        calendar = calendar.with(year.days());
      } else {
        regions.merge(
            year.division(),
            List.of(year),
            (some, more) -> Stream.of(some, more).flatMap(List::stream).toList());
      }
    }
    this.national = calendar;
    this.regional = Map.copyOf(regions);
    this.nationalClock = new StatutoryClock(national, policies);
  }

  /** Grows with every change of the calendar or of the policies. */
  public long revision() {
    return revision;
  }

  /** The clock that counts for the organ, by the country's calendar and that of its place. */
  public StatutoryClock of(OrganCode organ) {
    if (regional.isEmpty()) {
      return nationalClock;
    }
    List<Division> places = Division.of(organ).filter(regional::containsKey).toList();
    return places.isEmpty()
        ? nationalClock
        : regionalClocks.computeIfAbsent(
            places, there -> new StatutoryClock(national.in(holidays(there)), policies));
  }

  /** The working days of the organ's place. */
  public WorkingDayCalendar calendar(OrganCode organ) {
    return of(organ).calendar();
  }

  /** The calendar of the whole country, and those of all places with days off of their own. */
  public List<WorkingDayCalendar> calendars() {
    Stream<WorkingDayCalendar> places =
        regional.keySet().stream().map(place -> national.in(holidays(List.of(place))));
    RegionalHolidays all = holidays(List.copyOf(regional.keySet()));
    RegionalHolidays offSomewhere =
        new RegionalHolidays(all.region(), all.version(), daysOffSomewhere(), Set.of());
    return Stream.concat(Stream.of(national, national.in(offSomewhere)), places).toList();
  }

  public WorkingDayCalendar national() {
    return national;
  }

  private Set<LocalDate> daysOffSomewhere() {
    return regional.values().stream()
        .flatMap(List::stream)
        .flatMap(year -> days(year, DayKind.HOLIDAY))
        .collect(Collectors.toSet());
  }

  private static Stream<LocalDate> days(LoadedYear year, DayKind kind) {
    return year.days().days().entrySet().stream()
        .filter(day -> day.getValue().kind() == kind)
        .map(Map.Entry::getKey);
  }

  /** Of a day that several places name, the smallest place says what it is. */
  private RegionalHolidays holidays(List<Division> places) {
    Map<Integer, String> versions = new TreeMap<>();
    Set<LocalDate> days = new HashSet<>();
    Set<LocalDate> makeUpDays = new HashSet<>();
    for (Division place : places) {
      for (LoadedYear year : regional.get(place)) {
        days(year, DayKind.HOLIDAY).forEach(day -> name(day, days, makeUpDays));
        days(year, DayKind.MAKE_UP_WORKING_DAY).forEach(day -> name(day, makeUpDays, days));
      }
    }
    places.stream()
        .flatMap(place -> regional.get(place).stream())
        .map(LoadedYear::days)
        .forEach(year -> versions.merge(year.year(), year.version(), (a, b) -> a + "+" + b));
    String region = places.stream().map(Division::code).collect(Collectors.joining("+"));
    return new RegionalHolidays(region, String.join(",", versions.values()), days, makeUpDays);
  }

  private static void name(LocalDate day, Set<LocalDate> as, Set<LocalDate> notAs) {
    as.add(day);
    notAs.remove(day);
  }

  /** What makes one set of policies and bundled years differ from another. */
  static String fingerprint(ClockPolicies policies) {
    return policies + " " + WorkingDayCalendar.bundled().version();
  }

  /** The announced days of a year of the whole country. */
  public Optional<CalendarYear> announced(int year) {
    return national.announcedYear(year);
  }
}
