package disclosure.requests.audit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The blocks that were gone through so far, by their highest ids. An entry below one of these,
 * which that block does not hold, must be of a transaction that was open when it was sealed.
 */
final class SealedBefore {

  private final TreeMap<Long, Optional<Snapshot>> byHighest = new TreeMap<>();

  /** To be called block by block. */
  void add(AuditBlock block, long highest) {
    if (byHighest.isEmpty() || byHighest.lastKey() < highest) {
      byHighest.put(highest, block.snapshot());
    }
  }

  /**
   * Whether the entry was not there yet when younger ones were sealed, and can't have been on its
   * way.
   */
  boolean tells(AuditEntry entry) {
    return Optional.ofNullable(byHighest.higherEntry(entry.id()))
        .flatMap(Map.Entry::getValue)
        .filter(snapshot -> !entry.writtenIn().map(snapshot::hadOpen).orElse(false))
        .isPresent();
  }
}
