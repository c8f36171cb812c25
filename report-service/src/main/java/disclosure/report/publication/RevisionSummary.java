package disclosure.report.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision of a published report without the report.
 *
 * @param revision 1 for the first
 * @param reason why it was corrected; empty for the first
 * @param changed the figures that the correction changed
 * @param publishedAt when
 */
public record RevisionSummary(
    int revision, Optional<String> reason, List<ChangedFigure> changed, Instant publishedAt) {

  /** A defensive copy is kept. */
  public RevisionSummary {
    changed = List.copyOf(changed);
  }
}
