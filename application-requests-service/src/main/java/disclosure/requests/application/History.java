package disclosure.requests.application;

import disclosure.requests.application.step.Voided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads recorded steps with their corrections applied. */
final class History {

  private final Map<Integer, Integer> placeOf = new HashMap<>();
  private final Map<Integer, RecordedStep> effective = new TreeMap<>();

  History(List<RecordedStep> recorded) {
    recorded.forEach(this::add);
  }

  /**
   * The steps that stand, each under the number of the first step in its place, by date and within
   * a day by number.
   */
  List<RecordedStep> effectiveSteps() {
    List<RecordedStep> steps = new ArrayList<>();
    effective.forEach(
        (place, step) ->
            steps.add(
                new RecordedStep(
                    place,
                    step.step(),
                    Optional.empty(),
                    step.notes(),
                    step.recordedOn(),
                    step.receivedBefore())));
    steps.sort(Comparator.comparing(recorded -> recorded.step().on()));
    return List.copyOf(steps);
  }

  /** The place in the effective history that the numbered step has or had; empty if unknown. */
  Optional<Integer> placeOf(int sequence) {
    return Optional.ofNullable(placeOf.get(sequence));
  }

  /** Whether the step in that place was struck. */
  boolean isStruck(int place) {
    return !effective.containsKey(place);
  }

  /** Whether the numbered step itself stands: it was neither replaced nor struck. */
  boolean stands(int sequence) {
    return effective.values().stream().anyMatch(step -> step.sequence() == sequence);
  }

  private void add(RecordedStep recorded) {
    int sequence = recorded.sequence();
    int place = recorded.corrects().map(placeOf::get).orElse(sequence);
    placeOf.put(sequence, place);
    if (recorded.corrects().isPresent() && recorded.step() instanceof Voided) {
      effective.remove(place);
    } else {
      effective.put(place, recorded);
    }
  }
}
