package disclosure.requests.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import disclosure.edge.Problem;
import disclosure.edge.Refusal;
import disclosure.requests.lookup.PossibleDuplicate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The answer to one line of a batch.
 *
 * @param line the line's number, from 1
 * @param status 201 for a new application, 200 for one that was posted before, else the problem's
 * @param id the application, when there is one
 * @param possibleDuplicate in what an earlier application is like it
 * @param problem why the line was refused, when it was
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({"line", "status", "id", "possibleDuplicate", "problem"})
record LineAnswer(
    long line,
    int status,
    Optional<UUID> id,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PossibleDuplicate> possibleDuplicate,
    Optional<Problem> problem) {

  static LineAnswer of(long line, Registration registration, Locale language) {
    return registration instanceof Registration.Recorded recorded
        ? new LineAnswer(
            line,
            recorded.status(),
            Optional.of(recorded.id()),
            PossibleDuplicate.toldIn(recorded.answer()),
            Optional.empty())
        : of(line, ((Registration.Refused) registration).refusal(), language);
  }

  static LineAnswer of(long line, Refusal refusal, Locale language) {
    Problem problem = refusal.problem(language);
    return new LineAnswer(
        line, problem.status(), Optional.empty(), List.of(), Optional.of(problem));
  }
}
