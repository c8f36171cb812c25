package disclosure.report.examined;

import disclosure.report.examined.Examinations.Examined;
import disclosure.report.examined.Examinations.Why;
import disclosure.report.examined.carried.CarriedOver;
import disclosure.report.examined.carried.CarriedOver.Carried;
import disclosure.report.examined.carried.CarriedOver.Difference;
import disclosure.requests.contract.FormRow;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** What it takes over and hands on, of a file that says whose it is and on which year. */
  Optional<Carried> carried() {
    return report
        .filter(read -> read.organName().isPresent() && read.year().isPresent())
        .map(
            read ->
                new Carried(
                    organ(),
                    read.signedBy().orElse(""),
                    year(),
                    file,
                    sure(read, FormRow.CARRIED_IN),
                    sure(read, FormRow.CARRIED_OUT)));
  }

  private static Map<String, BigDecimal> sure(ExaminedReport report, FormRow row) {
    Map<String, BigDecimal> sure = new LinkedHashMap<>();
    report.applications().stream()
        .filter(found -> found.row().equals(row.name()))
        .flatMap(found -> found.cells().stream())
        .filter(ExaminedReport.Cell::isSure)
        .forEach(cell -> sure.put(cell.column(), cell.value().orElseThrow()));
    return sure;
  }

  /** Where a year doesn't go on from the one before, in the order of the later reports. */
  static List<Difference> differences(List<Examined> examined) {
    return CarriedOver.between(
        examined.stream().map(ReadFile::of).flatMap(file -> file.carried().stream()).toList());
  }
}
