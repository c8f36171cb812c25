package disclosure.report.check;

import disclosure.report.content.ProactiveFigures;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.util.List;
import java.util.Optional;

/**
 * What a report over several organs is the sum of.
 *
 * @param expected the organs that belong to it, with their names
 * @param children the reports that were added up
 * @param joined the organs that belong to it and didn't last year
 * @param left the organs that belonged to it last year and don't any more
 */
public record RollUp(
    List<NamedOrgan> expected, List<AddedReport> children, List<Moved> joined, List<Moved> left) {

  /** Defensive copies are kept. */
  public RollUp {
    expected = List.copyOf(expected);
    children = List.copyOf(children);
    joined = List.copyOf(joined);
    left = List.copyOf(left);
  }

  /**
   * An organ.
   *
   * @param code which
   * @param name its name in the directory
   */
  public record NamedOrgan(OrganCode code, String name) {}

  /**
   * One report that was added up.
   *
   * @param organ whose
   * @param published whether its figures are those of a published report
   * @param proactive table two
   * @param applications table three
   * @param disputes table four
   */
  public record AddedReport(
      NamedOrgan organ,
      boolean published,
      ProactiveFigures proactive,
      List<MatrixRow> applications,
      List<DisputeRow> disputes) {

    /** Defensive copies are kept. */
    public AddedReport {
      applications = List.copyOf(applications);
      disputes = List.copyOf(disputes);
    }
  }

  /**
   * An organ that came or went.
   *
   * @param organ which
   * @param lastYear table three of its published report on the year before
   */
  public record Moved(NamedOrgan organ, Optional<List<MatrixRow>> lastYear) {}
}
