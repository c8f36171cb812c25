package disclosure.acceptance.product;

import java.time.LocalDate;

/** A period that is asked for, from its first day to its last. */
record Days(LocalDate from, LocalDate to) {

  static Days year(int year) {
    return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  static Days day(LocalDate day) {
    return new Days(day, day);
  }

  boolean has(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** As parameters of a question. */
  String parameters() {
    return equals(year(from.getYear())) ? "year=" + from.getYear() : "from=" + from + "&to=" + to;
  }
}
