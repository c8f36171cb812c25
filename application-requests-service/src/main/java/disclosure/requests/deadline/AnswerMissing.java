package disclosure.requests.deadline;

import disclosure.requests.clock.ClockReading;
import disclosure.requests.clock.PauseReason;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An answer from outside that has not come by its day.
 *
 * @param code who had to answer, and what for
 * @param until the last day, which has passed
 * @param article what the time rests on
 */
@Schema(name = "AnswerMissing")
public record AnswerMissing(PauseReason code, LocalDate until, String article) {

  /** All that the clock says of an application, the first due first. */
  public static List<AnswerMissing> of(ClockReading reading) {
    return reading.answersMissing().stream()
        .map(
            missing ->
                new AnswerMissing(missing.reason(), missing.day(), missing.reason().article()))
        .toList();
  }
}
