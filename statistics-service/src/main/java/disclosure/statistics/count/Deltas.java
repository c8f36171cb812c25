package disclosure.statistics.count;

import disclosure.requests.contract.OrganCode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a batch of changes does to the daily counts. */
public final class Deltas {

  private final Map<Cell, Long> byCell = new HashMap<>();

  /** Moves an application from the cells of its old state, if it had one, to those of its new. */
  public void move(Optional<CountedState> before, CountedState after) {
    before.ifPresent(state -> state.cells().forEach(cell -> add(cell, -1)));
    after.cells().forEach(cell -> add(cell, 1));
  }

  /** The cells that change, in their order, with a change other than 0. */
  public SortedMap<Cell, Long> changes() {
    SortedMap<Cell, Long> changes = new TreeMap<>();
    byCell.forEach(
        (cell, change) -> {
          if (change != 0) {
            changes.put(cell, change);
          }
        });
    return Collections.unmodifiableSortedMap(changes);
  }

  /** The organs that an application was moved from, to or within. */
  public Set<OrganCode> organs() {
    return byCell.keySet().stream().map(Cell::organ).collect(Collectors.toUnmodifiableSet());
  }

  private void add(Cell cell, long change) {
    byCell.merge(cell, change, Long::sum);
  }
}
