package disclosure.report.examined.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the examination of an archive is.
 *
 * @param fileName what the sender calls the archive
 * @param bytes how long it is
 * @param files how many files there are in it
 * @param read how many were read
 * @param unread how many can't be
 * @param wrong how many of those read have something that is wrong as it was published
 * @param finishedAt when the last was examined, or the job was ended before
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ExaminationJob(
    UUID id,
    @Schema(examples = "全县2024年报.zip") String fileName,
    State state,
    @Schema(examples = "48213000") long bytes,
    @Schema(examples = "500") int files,
    @Schema(examples = "320") int read,
    @Schema(description = "Each has its reason", examples = "4") int unread,
    @Schema(description = "Of those read, with something WRONG", examples = "61") int wrong,
    Instant orderedAt,
    Optional<Instant> finishedAt) {

  /** How far. */
  @Schema(name = "ExaminationJobState")
  public enum State {
    /** Its files are examined. */
    RUNNING,
    /** Every file is examined. */
    FINISHED,
    /** It was called off; what was examined before is kept. */
    CANCELLED,
    /** Its time was over before every file was reached; what was examined before is kept. */
    EXPIRED
  }

  /** Whether nothing more is done. */
  public boolean over() {
    return state != State.RUNNING;
  }
}
