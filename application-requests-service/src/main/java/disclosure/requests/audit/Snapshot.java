package disclosure.requests.audit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which transactions were open when a block was sealed.
 *
 * @param end the first transaction that had not begun yet
 * @param open those that had begun and not ended
 * @param text as PostgreSQL writes it
 */
record Snapshot(long end, Set<Long> open, String text) {

  /** Reads {@code xmin:xmax:xip}. */
  static Snapshot of(String text) {
    String[] parts = text.split(":", -1);
    return new Snapshot(
        Long.parseLong(parts[1]),
        Arrays.stream(parts[2].split(","))
            .filter(id -> !id.isEmpty())
            .map(Long::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        text);
  }

  /** Whether the transaction was at work: what it wrote shows only later. */
  boolean hadOpen(long transaction) {
    return open.contains(transaction);
  }
}
