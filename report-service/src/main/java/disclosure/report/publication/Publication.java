package disclosure.report.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One revision of a published report.
 *
 * @param revision 1 for the first, one more with every correction (更正)
 * @param report what was frozen
 * @param digests of the frozen report's bytes
 * @param reason why it was corrected; empty for the first
 * @param changed the figures that the correction changed
 * @param publishedBy the client that published it
 * @param publishedAt when
 */
public record Publication(
    int revision,
    FrozenReport report,
    Digests digests,
    Optional<String> reason,
    List<ChangedFigure> changed,
    String publishedBy,
    Instant publishedAt) {

  /** Defensive copies are kept. */
  public Publication {
    changed = List.copyOf(changed);
  }

  /** The strong entity tag of the published report. */
  public String etag() {
    return "r" + revision;
  }

  /** How far the report has come. */
  public ReportState state() {
    return revision == 1 ? ReportState.PUBLISHED : ReportState.CORRECTED;
  }
}
