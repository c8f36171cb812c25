package disclosure.requests.store.state;

import disclosure.edge.Writing;
import disclosure.requests.application.Application;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.contract.StepType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 文号 of the answers that stand, in the one writing.
 *
 * @param first of the answer that concluded the application
 * @param later of those that were made again after a reconsideration or judgment
 */
public record DocumentNumbers(Optional<String> first, List<String> later) {

  public static DocumentNumbers of(Application application) {
    return new DocumentNumbers(
        application.outcome().isEmpty()
            ? Optional.empty()
            : numbers(application, StepType.CONCLUDED).reduce((earlier, last) -> last),
        numbers(application, StepType.ANSWERED_AGAIN).toList());
  }

  private static Stream<String> numbers(Application application, StepType type) {
    return application.effectiveSteps().stream()
        .filter(recorded -> recorded.step().type() == type)
        .filter(recorded -> !application.ineffective().containsKey(recorded.sequence()))
        .map(RecordedStep::notes)
        .flatMap(notes -> Writing.of(notes.documentNumber()).stream());
  }
}
