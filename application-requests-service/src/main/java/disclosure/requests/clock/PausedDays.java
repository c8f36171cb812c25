package disclosure.requests.clock;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The days that pauses cover, seen on one day, asked about from one day to a later one: however
 * many pauses there are, each is looked at once.
 */
final class PausedDays {

  private record Span(LocalDate first, LocalDate last) {}

  private final LocalDate openFrom;
  private final List<Span> spans;
  private int begun;
  private LocalDate last = LocalDate.MIN;

  PausedDays(List<Pause> pauses, LocalDate asOf, ClockPolicies policies) {
    openFrom =
        pauses.stream()
            .filter(pause -> pause.isOpen(asOf))
            .map(pause -> pause.firstDay(policies))
            .min(Comparator.naturalOrder())
            .orElse(LocalDate.MAX);
    spans =
        pauses.stream()
            .filter(pause -> !pause.isOpen(asOf))
            .map(pause -> new Span(pause.firstDay(policies), pause.lastDay(policies).orElseThrow()))
            .sorted(Comparator.comparing(Span::first))
            .toList();
  }

  /** Whether nobody can say when a pause that covers the day will end. */
  boolean isOpen(LocalDate day) {
    return !day.isBefore(openFrom);
  }

  /** Whether a pause covers the day. */
  boolean cover(LocalDate day) {
    return isOpen(day) || !firstNotCovered(day).equals(day);
  }

  /**
   * The day itself or the first one after it that no pause covers, or else an open one.
   *
   * @param day not before the one that was asked about last
   */
  LocalDate firstNotCovered(LocalDate day) {
    LocalDate free = day;
    boolean further = true;
    while (further) {
      while (begun < spans.size() && !spans.get(begun).first().isAfter(free)) {
        LocalDate end = spans.get(begun).last();
        last = end.isAfter(last) ? end : last;
        begun++;
      }
      further = !free.isAfter(last);
      free = further ? last.plusDays(1) : free;
    }
    if (!free.isAfter(openFrom)) {
      return free;
    }
    return isOpen(day) ? day : openFrom;
  }
}
