package disclosure.report.examined.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a file of an archive, in a list.
 *
 * @param number from 1, in the order of the archive
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@Schema(name = "ExaminationJobFile")
public record BatchFile(
    @Schema(examples = "1") int number,
    @Schema(description = "Its path in the archive", examples = "县直/教育局.pdf") String file,
    State state,
    @Schema(description = "Of a file that was not read, as in notReadable", examples = "NO_TEXT")
        Optional<String> reason,
    @Schema(description = "The same in words") Optional<String> message,
    @Schema(examples = "临县人民政府办公室") Optional<String> organName,
    @Schema(examples = "2024") Optional<Integer> year,
    @Schema(description = "How many findings are WRONG", examples = "2") int wrong,
    @Schema(description = "How many findings are to be looked at", examples = "5") int look) {

  /** How far it is. */
  @Schema(name = "ExaminationJobFileState")
  public enum State {
    /** It waits. */
    PENDING,
    /** It was read. */
    READ,
    /** It can't be read. */
    UNREAD
  }
}
