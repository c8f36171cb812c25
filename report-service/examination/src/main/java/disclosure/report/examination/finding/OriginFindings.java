package disclosure.report.examination.finding;

import disclosure.report.examination.document.Place;
import disclosure.report.examination.text.Origin;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The report's year, and whether its period is of the same. */
final class OriginFindings {

  private OriginFindings() {}

  static Optional<Finding> of(Origin origin) {
    if (origin.year().isEmpty()) {
      return Optional.of(
          Finding.of(
              Finding.Kind.YEAR,
              Severity.LOOK,
              Place.NONE,
              "没有找到报告的年度。",
              "The year of the report was not found."));
    }
    if (origin.periodYears().stream().anyMatch(year -> year != origin.year().getAsInt())) {
      String years =
          new TreeSet<>(origin.periodYears())
              .stream().map(year -> year + "年").collect(Collectors.joining("、"));
      return Optional.of(
          Finding.of(
              Finding.Kind.YEAR,
              Severity.WRONG,
              Place.NONE,
              Filled.of(
                  "%s为%d年，统计期限写作%s。",
                  origin.title().isEmpty() ? "报告正文" : "标题", origin.year().getAsInt(), years),
              Filled.of(
                  "The %s says %d, the period %s.",
                  origin.title().isEmpty() ? "text" : "title", origin.year().getAsInt(), years)));
    }
    return Optional.empty();
  }
}
