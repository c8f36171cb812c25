package disclosure.requests.page.calendar;

import disclosure.edge.look.Wording;
import disclosure.requests.deadline.Division;
import disclosure.requests.page.administration.Part;

/** A year of the country or of a place in it. */
record Place(int year, Division division) {

  static final String YEARS = Part.CALENDAR.address();

  String address() {
    String country = YEARS + "/" + year;
    return division.equals(Division.COUNTRY) ? country : country + "/divisions/" + division.code();
  }

  String title() {
    return division.equals(Division.COUNTRY)
        ? Wording.of("%s年工作日历（全国）", year)
        : Wording.of("%s年地方性节假日（行政区划代码%s）", year, division.code());
  }
}
