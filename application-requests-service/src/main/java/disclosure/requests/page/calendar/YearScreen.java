package disclosure.requests.page.calendar;

import disclosure.edge.look.Wording;
import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.announcement.KnownYears;
import disclosure.requests.deadline.Division;
import disclosure.requests.page.administration.Menu;
import java.util.List;
import java.util.Optional;

/**
 * A year of the calendar.
 *
 * @param address of this page
 * @param years where all years are
 * @param title which year, and where
 * @param facts what is known of it as a whole
 * @param rows days that follow each other
 * @param missing what holds as long as nothing is announced; empty where something is
 * @param may whether the person may change it
 * @param form the one that is filled in; nothing where there is none
 * @param notice what was just done; empty for nothing
 */
public record YearScreen(
    Menu menu,
    String address,
    String years,
    String title,
    List<Fact> facts,
    List<Row> rows,
    String missing,
    boolean may,
    List<YearForm> form,
    String notice) {

  /** What is known of a year. */
  public record Fact(String label, String value) {}

  /** Some days. */
  public record Row(String days, String word, String holiday, String length) {}

  static YearScreen of(
      Menu menu,
      Place place,
      Optional<CalendarYear> year,
      boolean may,
      Optional<YearForm> form,
      String notice) {
    boolean country = place.division().equals(Division.COUNTRY);
    List<Fact> facts =
        year.map(
                known ->
                    country
                        ? List.of(
                            new Fact(Wording.of("文件"), known.notice()),
                            new Fact(Wording.of("版本"), known.version()),
                            new Fact(
                                Wording.of("全年工作日"),
                                Wording.of("%s天", KnownYears.workingDays(known))))
                        : List.of(
                            new Fact(Wording.of("文件"), known.notice()),
                            new Fact(Wording.of("版本"), known.version())))
            .orElse(List.of());
    String missing =
        year.isPresent()
            ? ""
            : Wording.of(
                country ? "这一年的放假安排尚未登记：期限暂按法定节日和周末计算，并标明“暂定”。" : "这个地方这一年没有登记地方性节假日：期限只按全国的安排计算。");
    return new YearScreen(
        menu,
        place.address(),
        Place.YEARS,
        place.title(),
        facts,
        year.map(Periods::of).orElse(List.of()).stream()
            .map(
                period ->
                    new Row(
                        period.told(),
                        period.word(),
                        period.day().holiday(),
                        Wording.of("%s天", period.length())))
            .toList(),
        missing,
        may,
        form.stream().toList(),
        notice);
  }
}
