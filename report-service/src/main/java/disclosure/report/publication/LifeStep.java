package disclosure.report.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was done with a draft.
 *
 * @param number 1 for the first step of a report, one more with each
 * @param kind what
 * @param draftVersion with which version
 * @param reason why it was returned or corrected
 * @param recordedBy the client that did it
 * @param person who signed in, where the client acts for people
 * @param recordedAt when
 * @param withdrawn of a submission, the edit that made a draft of it again
 */
public record LifeStep(
    int number,
    StepKind kind,
    long draftVersion,
    Optional<String> reason,
    String recordedBy,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> person,
    Instant recordedAt,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Withdrawal> withdrawn) {

  /** A step that no edit has withdrawn. */
  public LifeStep(
      int number,
      StepKind kind,
      long draftVersion,
      Optional<String> reason,
      String recordedBy,
      Optional<String> person,
      Instant recordedAt) {
    this(number, kind, draftVersion, reason, recordedBy, person, recordedAt, Optional.empty());
  }

  /**
   * An edit of what was submitted: it is a draft again, and is submitted anew.
   *
   * @param draftVersion the version that the edit made
   * @param recordedBy the client that made it
   * @param person who signed in, where the client acts for people
   * @param recordedAt when
   */
  public record Withdrawal(
      long draftVersion,
      String recordedBy,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> person,
      Instant recordedAt) {}

  /** What can be done. */
  public enum StepKind {
    /** An editor held it for finished. */
    SUBMITTED,
    /** A publisher gave it back. */
    RETURNED,
    /** A publisher published it. */
    PUBLISHED
  }
}
