package disclosure.report.draft;

import disclosure.edge.EntityTags;
import disclosure.report.content.DraftContent;
import disclosure.report.content.FormEdition;
import disclosure.report.content.ReportId;
import java.time.Instant;
import java.util.Optional;

/**
 * The draft of one report.
 *
 * @param id which report
 * @param version 1 for the first, one more with every change
 * @param content what was entered
 * @param recordedBy the client that entered this version
 * @param person who signed in, where the client acts for people
 * @param recordedAt when
 */
public record Draft(
    ReportId id,
    long version,
    DraftContent content,
    String recordedBy,
    Optional<String> person,
    Instant recordedAt) {

  /** The edition of the form that the report follows, by the year it was issued. */
  public String edition() {
    return FormEdition.of(id.year()).code();
  }

  /** The strong entity tag by which an editor says which version was read. */
  public String etag() {
    return EntityTags.of(version);
  }
}
