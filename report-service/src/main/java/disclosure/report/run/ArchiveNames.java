package disclosure.report.run;

import disclosure.report.content.ReportScope;
import disclosure.report.form.Title;

/** The names of files in a run's archive. */
final class ArchiveNames {

  /** Of an organ's name, so that with year and format no file system finds the name too long. */
  private static final int MAX_LENGTH = 50;

  private ArchiveNames() {}

  /** A folder for each report, and the report's title without what file systems don't take. */
  static String of(RunItem item, String extension) {
    String scope =
        item.report().scope() == ReportScope.OWN ? "" : "-" + item.report().scope().name();
    return item.report().organ().value()
        + scope
        + "/"
        + Title.of(shortened(item.organName()), item.report().year())
            .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_")
        + "."
        + extension;
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= MAX_LENGTH
        ? name
        : name.substring(0, name.offsetByCodePoints(0, MAX_LENGTH));
  }
}
