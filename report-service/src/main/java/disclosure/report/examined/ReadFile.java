package disclosure.report.examined;

import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.Examinations.Why;
import java.util.Optional;

/**
 * A file and what was read of it.
 *
 * @param file its name; in an archive its path there
 * @param unread why it wasn't read; empty when it was
 * @param report empty when it wasn't read
 */
public record ReadFile(String file, Optional<Why> unread, Optional<ExaminedReport> report) {

  /** What became of a file that was examined. */
  public static ReadFile of(Examined examined) {
    return new ReadFile(
        examined.file(), examined.unread(), examined.examination().map(ExaminedReport::of));
  }

  String organ() {
    return report.flatMap(ExaminedReport::organName).orElse("");
  }

  /** 0 when it isn't known. */
  int year() {
    return report.flatMap(ExaminedReport::year).orElse(0);
  }
}
