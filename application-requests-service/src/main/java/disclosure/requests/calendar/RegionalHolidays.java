package disclosure.requests.calendar;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * 地方性节假日 (《全国年节及纪念日放假办法》): days off that a local government gives besides the national ones, and
 * the weekend days that are worked for them. Where the country's notice names a day, it is what the
 * country says: a local day off takes no make-up day away, and a local make-up day no holiday.
 *
 * @param region where they hold; part of the calendar's version
 * @param version grows with every announcement
 * @param days the days off
 * @param makeUpDays the weekend days that are worked; none of them is a day off
 */
public record RegionalHolidays(
    String region, String version, Set<LocalDate> days, Set<LocalDate> makeUpDays) {

  /** No region. */
  public static final RegionalHolidays NONE = new RegionalHolidays("", "", Set.of(), Set.of());

  /** Nothing is null. */
  public RegionalHolidays {
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(version, "version");
    days = Set.copyOf(days);
    makeUpDays = Set.copyOf(makeUpDays);
  }
}
