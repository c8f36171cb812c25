package disclosure.requests.audit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which transactions were open when a block was sealed.
 *
 * @param end from here on none had ended
 * @param open those before that had begun and not ended
 * @param text as PostgreSQL writes it
 */
record Snapshot(long end, Set<Long> open, String text) {

  /** Reads {@code xmin:xmax:xip}. */
  static Snapshot of(String text) {
    String[] parts = text.split(":", -1);
    return new Snapshot(
        Long.parseLong(parts[1]), listed(parts[2]).collect(Collectors.toUnmodifiableSet()), text);
  }

  /**
   * The same with those among the open ones that PostgreSQL doesn't list, since nobody who began
   * after them has ended.
   *
   * @param later a transaction that began after the snapshot was taken
   */
  Snapshot before(long later) {
    String[] parts = text.split(":", -1);
    String all =
        Stream.concat(listed(parts[2]), LongStream.range(end, later).boxed())
            .map(String::valueOf)
            .collect(Collectors.joining(","));
    return of(parts[0] + ":" + later + ":" + all);
  }

  private static Stream<Long> listed(String ids) {
    return Arrays.stream(ids.split(",")).filter(id -> !id.isEmpty()).map(Long::valueOf);
  }

  /** Whether the transaction was at work: what it wrote shows only later. */
  boolean hadOpen(long transaction) {
    return open.contains(transaction);
  }
}
