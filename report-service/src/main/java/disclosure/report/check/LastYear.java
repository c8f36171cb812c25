package disclosure.report.check;

import disclosure.report.content.ProactiveFigures;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.util.List;
import java.util.Optional;

/**
 * The same organ's report on the year before.
 *
 * @param proactive table two, as last published or else as drafted
 * @param published the counted tables as last published
 * @param merged organs whose applications the organ has this year and had not then, with what they
 *     published themselves
 */
public record LastYear(
    Optional<ProactiveFigures> proactive,
    Optional<PublishedTables> published,
    List<RollUp.Moved> merged) {

  /** There is no such report. */
  public static final LastYear UNKNOWN =
      new LastYear(Optional.empty(), Optional.empty(), List.of());

  /** A defensive copy is kept. */
  public LastYear {
    merged = List.copyOf(merged);
  }

  /**
   * What was published.
   *
   * @param applications the 25 rows of table three
   * @param disputes the three groups of table four
   */
  public record PublishedTables(List<MatrixRow> applications, List<DisputeRow> disputes) {

    /** Defensive copies are kept. */
    public PublishedTables {
      applications = List.copyOf(applications);
      disputes = List.copyOf(disputes);
    }
  }
}
