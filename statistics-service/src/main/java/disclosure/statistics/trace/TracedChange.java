package disclosure.statistics.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change whose way is traced, as the instances tell each other.
 *
 * @param context the span that it was counted in, as W3C trace context writes it
 * @param organ the code of the organ whose tables may be others now
 */
public record TracedChange(String context, String organ) {

  private static final String PREFIX = "00-";
  private static final String ANY = "*";

  /**
   * A context and a code take 75 characters with what parts them, a notice less than 8000 bytes.
   */
  private static final int MAX = 100;

  /** A notice of some, of which the newest are told if they are too many. */
  public static String notice(List<TracedChange> changes) {
    return changes.subList(Math.max(0, changes.size() - MAX), changes.size()).stream()
        .map(change -> change.context() + "=" + change.organ())
        .collect(Collectors.joining(","));
  }

  /** The same change, which may make the tables of any organ others. */
  public TracedChange ofAny() {
    return new TracedChange(context, ANY);
  }

  /** Whether a notice tells of such changes, and of nothing else. */
  public static boolean isNotice(String text) {
    return text.startsWith(PREFIX);
  }

  /** Those that a notice tells of. */
  public static List<TracedChange> read(String notice) {
    return Stream.of(notice.split(","))
        .map(each -> each.split("=", 2))
        .filter(parts -> parts.length == 2)
        .map(parts -> new TracedChange(parts[0], parts[1]))
        .toList();
  }

  /** The organ; empty when it may be any. */
  public Optional<String> onlyOrgan() {
    return Optional.of(organ).filter(code -> !code.equals(ANY));
  }
}
