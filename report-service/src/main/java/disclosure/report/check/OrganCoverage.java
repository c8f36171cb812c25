package disclosure.report.check;

import java.util.List;

/**
 * In which published reports the applications of an organ are.
 *
 * @param organ the organ
 * @param applications how many it had in the year, carried in or newly received
 * @param reports of a sum, the names of those of its reports that have them; of an organ's own
 *     report, the names of the other organs in whose reports they are
 */
public record OrganCoverage(RollUp.NamedOrgan organ, long applications, List<String> reports) {

  /** A defensive copy is kept. */
  public OrganCoverage {
    reports = List.copyOf(reports);
  }
}
