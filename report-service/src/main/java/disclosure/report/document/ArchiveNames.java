package disclosure.report.document;

import disclosure.report.content.ReportId;
import disclosure.report.content.ReportScope;
import disclosure.report.form.Title;

/** The names of files in an archive of many reports. */
public final class ArchiveNames {

  /** Of an organ's name, so that with year and format no file system finds the name too long. */
  private static final int MAX_LENGTH = 44;

  private ArchiveNames() {}

  /** A folder for each report, and the report's title without what file systems don't take. */
  public static String of(ReportId report, String organName, String extension) {
    String scope = report.scope() == ReportScope.OWN ? "" : "-" + report.scope().name();
    return report.organ().value()
        + scope
        + "/"
        + Title.of(shortened(organName), report.year(), report.scope())
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
