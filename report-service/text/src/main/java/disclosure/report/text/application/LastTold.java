package disclosure.report.text.application;

import disclosure.report.text.Cell;
import disclosure.report.text.claim.Told;
import disclosure.requests.contract.FormRow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The rows of the two numbers before, in the same sentence. */
final class LastTold {

  private static final Told NOTHING = new Told("", List.of());
  private static final List<Told> CAME_IN =
      List.of(Told.row(FormRow.NEWLY_RECEIVED, List.of()), Told.row(FormRow.CARRIED_IN, List.of()));

  private final Deque<Told> before = new ArrayDeque<>();

  void begin() {
    before.clear();
  }

  void add(List<Told> either) {
    if (before.size() > 1) {
      before.removeFirst();
    }
    before.addLast(either.isEmpty() ? NOTHING : either.get(0));
  }

  /** Whether there was no number before. */
  boolean isNone() {
    return before.isEmpty();
  }

  /** Whether no number before was one of the table. */
  boolean isNothing() {
    return before.stream().allMatch(NOTHING::equals);
  }

  /** Whether they are what was received and what was carried in. */
  boolean areAllThatCameIn() {
    return before.containsAll(CAME_IN);
  }

  boolean hasOutcome() {
    return before.stream()
        .flatMap(told -> told.cells().stream())
        .anyMatch(
            cell ->
                cell instanceof Cell.Application one && FormRow.outcomeRows().contains(one.row()));
  }
}
