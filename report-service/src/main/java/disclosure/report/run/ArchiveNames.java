package disclosure.report.run;

import disclosure.report.assembly.Title;
import disclosure.report.content.ReportScope;

/** The names of files in a run's archive. */
final class ArchiveNames {

  private ArchiveNames() {}

  /** A folder for each report, and the report's title without what file systems don't take. */
  static String of(RunItem item, String extension) {
    String scope =
        item.report().scope() == ReportScope.OWN ? "" : "-" + item.report().scope().name();
    return item.report().organ().value()
        + scope
        + "/"
        + Title.of(item.organName(), item.report().year())
            .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_")
        + "."
        + extension;
  }
}
