package disclosure.statistics.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How many days are summed up. */
enum Span {
  YEAR,
  MONTH,
  DAY;

  /** Some spans of one length, by their first days. */
  record Range(Span span, LocalDate from, LocalDate until) {}

  /** The first day of the span that the day is in. */
  LocalDate startOf(LocalDate day) {
    return switch (this) {
      case YEAR -> day.withDayOfYear(1);
      case MONTH -> day.withDayOfMonth(1);
      case DAY -> day;
    };
  }

  /** Spans that together make up all days before the given one, in as few as possible. */
  static List<Range> before(LocalDate day) {
    List<Range> ranges = new ArrayList<>();
    LocalDate from = LocalDate.EPOCH.withYear(1);
    for (Span span : values()) {
      LocalDate until = span.startOf(day);
      if (from.isBefore(until)) {
        ranges.add(new Range(span, from, until));
      }
      from = until;
    }
    return ranges;
  }
}
