package disclosure.statistics.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a rebuild is.
 *
 * @param recordsRead of the records that were in the topics when it began, and those counted since
 * @param recordsInAll by offsets, so that removed ones count too
 * @param differingCells how many daily cells were other than those made anew, at the same
 *     positions; absent when counting would have had to wait too long for the comparison
 * @param cause why it failed; while it is under way, what it waits for
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RebuildProgress(
    UUID id,
    State state,
    Instant startedAt,
    Optional<Instant> finishedAt,
    long recordsRead,
    long recordsInAll,
    Optional<Long> differingCells,
    Optional<String> cause) {

  /** What is being done. */
  @Schema(name = "RebuildState")
  enum State {
    /** The topics are counted into the shadow. */
    READING,
    /** The shadow is recounted from its own states. */
    COMPARING,
    /** Counting waits; the shadow takes the place of the counts. */
    SWAPPING,
    DONE,
    /** The counts are what they were before. */
    FAILED
  }
}
