package disclosure.statistics.count;

import disclosure.requests.contract.OrganCode;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a batch of changes does to the daily counts. */
public final class Deltas {

  private final SortedMap<Cell, Long> byCell = new TreeMap<>();

  /** Moves an application from the cells of its old state, if it had one, to those of its new. */
  public void move(Optional<CountedState> before, CountedState after) {
    before.ifPresent(state -> state.cells().forEach(cell -> add(cell, -1)));
    after.cells().forEach(cell -> add(cell, 1));
  }

  /** The cells that change, in their order, with a change other than 0. */
  public SortedMap<Cell, Long> changes() {
    TreeMap<Cell, Long> changes = new TreeMap<>(byCell);
    changes.values().removeIf(change -> change == 0);
    return java.util.Collections.unmodifiableSortedMap(changes);
  }

  /** The organs that an application was moved from, to or within. */
  public Set<OrganCode> organs() {
    return byCell.keySet().stream().map(Cell::organ).collect(Collectors.toUnmodifiableSet());
  }

  private void add(Cell cell, long change) {
    byCell.merge(cell, change, Long::sum);
  }
}
