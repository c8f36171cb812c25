package disclosure.requests.page.calendar;

import disclosure.edge.Fault;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.requests.calendar.CalendarYear;
import disclosure.requests.calendar.announcement.KnownYears;
import disclosure.requests.deadline.Division;
import disclosure.requests.deadline.LoadedYear;
import disclosure.requests.page.administration.Menu;
import disclosure.requests.page.form.Words;
import java.util.Comparator;
import java.util.List;

/**
 * The years that are known.
 *
 * @param fields by which a year, or a place's, is opened
 * @param errors what is wrong in them
 * @param years of the country, the last first
 * @param places years of places, the last first
 */
public record YearsScreen(
    Menu menu, List<Field> fields, Errors errors, List<Row> years, List<PlaceRow> places) {

  static final String YEAR = "year";
  static final String DIVISION = "division";

  private static final int LONGEST_YEAR = 4;
  private static final int LONGEST_DIVISION = 6;

  /** A year of the country. */
  public record Row(String address, String year, String notice, String workingDays) {}

  /** A year of a place. */
  public record PlaceRow(
      String address, String year, String division, String notice, String loaded) {}

  /** A defensive copy is kept. */
  public YearsScreen {
    fields = List.copyOf(fields);
  }

  static YearsScreen of(
      Menu menu,
      List<CalendarYear> years,
      List<LoadedYear> places,
      String year,
      String division,
      List<Fault> told) {
    List<Fault> faults = Words.inWords(told);
    List<Field> fields =
        List.of(
            Field.of(Field.Kind.LINE, YEAR, Wording.of("年度"), year)
                .atMost(LONGEST_YEAR)
                .needed()
                .wrong(Errors.at(YEAR, faults)),
            Field.of(Field.Kind.LINE, DIVISION, Wording.of("行政区划代码"), division)
                .hinting(Wording.of("2、4或者6位，查看地方性节假日时填写；留空为全国"))
                .atMost(LONGEST_DIVISION)
                .wrong(Errors.at(DIVISION, faults)));
    return new YearsScreen(
        menu,
        fields,
        Errors.of(fields, faults),
        years.stream()
            .sorted(Comparator.comparing(CalendarYear::year).reversed())
            .map(
                one ->
                    new Row(
                        new Place(one.year(), Division.COUNTRY).address(),
                        Wording.of("%s年", one.year()),
                        one.notice(),
                        Wording.of("%s天", KnownYears.workingDays(one))))
            .toList(),
        places.stream()
            .sorted(
                Comparator.comparing((LoadedYear one) -> one.days().year())
                    .reversed()
                    .thenComparing(one -> one.division().code()))
            .map(
                one ->
                    new PlaceRow(
                        new Place(one.days().year(), one.division()).address(),
                        Wording.of("%s年", one.days().year()),
                        one.division().code(),
                        one.days().notice(),
                        ChineseDates.of(one.loadedAt())))
            .toList());
  }
}
