package disclosure.report.check;

import disclosure.report.content.DocumentFigures;
import disclosure.report.content.ProactiveFigures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Table two against last year's. */
final class TableTwoRules {

  private TableTwoRules() {}

  static List<Finding> inForceContinues(CheckedReport report) {
    if (report.content().proactive().former().isPresent()) {
      return List.of(
          Finding.notApplicable(
              "2019年版格式没有现行有效件数", "The edition of 2019 has no documents in force"));
    }
    int before = report.year() - 1;
    if (report.lastYear().proactive().isEmpty()) {
      return List.of(
          Finding.undecided(
              "没有%d年度的报告，现行有效件数未能与上年核对",
              "There is no report for %d to compare the documents in force with", before));
    }
    ProactiveFigures last = report.lastYear().proactive().get();
    ProactiveFigures now = report.content().proactive();
    return Stream.of(
            finding("规章", "regulations", before, last.regulations(), now.regulations()),
            finding(
                "行政规范性文件",
                "normativeDocuments",
                before,
                last.normativeDocuments(),
                now.normativeDocuments()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> finding(
      String kind, String name, int before, DocumentFigures last, DocumentFigures now) {
    String field = "proactive." + name + ".inForce";
    if (last.inForce().isEmpty() || !now.complete()) {
      return Optional.of(
          Finding.undecided(
                  "表二“%s”的数据尚未填齐，现行有效件数未能与上年核对",
                  "Table two, %s: figures are missing to compare the documents in force with", kind)
              .at(field));
    }
    long issued = now.issued().orElseThrow();
    long repealed = now.repealed().orElseThrow();
    long lastInForce = last.inForce().orElseThrow();
    long inForce = now.inForce().orElseThrow();
    long expected = lastInForce + issued - repealed;
    if (expected == inForce) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.broken(
                "表二“%1$s”：%2$d年现行有效%3$d件，加本年制发%4$d件，减本年废止%5$d件，为%6$d件，" + "本年“现行有效件数”为%7$d件",
                "Table two, %1$s: %3$d in force in %2$d, plus %4$d issued, minus %5$d repealed, gives"
                    + " %6$d; %7$d are stated",
                kind,
                before,
                lastInForce,
                issued,
                repealed,
                expected,
                inForce)
            .at(field));
  }
}
