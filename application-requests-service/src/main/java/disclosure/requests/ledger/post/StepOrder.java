package disclosure.requests.ledger.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import disclosure.requests.contract.StepType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** In which order the steps of a row happened, whose columns stand in one order for all rows. */
public final class StepOrder {

  /** What each answer comes after. */
  private static final Map<StepType, StepType> ANSWERED =
      Map.of(
          StepType.CORRECTION_RECEIVED, StepType.CORRECTION_REQUESTED,
          StepType.THIRD_PARTY_REPLIED, StepType.THIRD_PARTY_CONSULTED,
          StepType.FEE_PAID, StepType.FEE_NOTIFIED);

  private StepOrder() {}

  /**
   * Puts steps into the order of their days; those of one day stay as they are. Where that would
   * put an answer before what it answers, or anything behind the conclusion, a day is wrong, and
   * all stay, to be named by it.
   *
   * @param steps as they are posted, in the order of the template's columns
   */
  public static void byDay(ArrayNode steps) {
    List<JsonNode> ordered = new ArrayList<>();
    steps.forEach(ordered::add);
    if (ordered.stream().anyMatch(step -> !step.has("on"))) {
      return;
    }
    ordered.sort(Comparator.comparing(step -> step.path("on").asText()));
    if (isPossible(ordered)) {
      steps.removeAll();
      steps.addAll(ordered);
    }
  }

  private static boolean isPossible(List<JsonNode> ordered) {
    List<StepType> types = ordered.stream().map(StepOrder::type).toList();
    int conclusion = types.indexOf(StepType.CONCLUDED);
    return (conclusion < 0 || conclusion == types.size() - 1)
        && ANSWERED.entrySet().stream()
            .noneMatch(
                answer ->
                    types.contains(answer.getKey())
                        && types.indexOf(answer.getKey()) < types.indexOf(answer.getValue()));
  }

  private static StepType type(JsonNode step) {
    return StepType.valueOf(step.path("type").asText());
  }
}
