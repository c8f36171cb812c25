package disclosure.report.examination.figure;

import disclosure.requests.contract.DisputeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Table four as it was read.
 *
 * @param groups the groups that were found, each with five cells in the order of {@link #RESULTS}
 */
public record DisputesFigures(Map<DisputeKind, List<Reading>> groups) {

  /** The headings of each group's five columns. */
  public static final List<String> RESULTS = List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计");

  /** No table. */
  public static final DisputesFigures NONE = new DisputesFigures(Map.of());

  /** A defensive copy is kept. */
  public DisputesFigures {
    groups = Map.copyOf(groups);
  }

  /** Whether there is such a table. */
  public boolean isThere() {
    return !groups.isEmpty();
  }

  /** The group's five cells, if it was found. */
  public Optional<List<Reading>> group(DisputeKind kind) {
    return Optional.ofNullable(groups.get(kind));
  }
}
