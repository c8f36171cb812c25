package disclosure.requests.page.clock;

import disclosure.edge.look.ChineseDates;
import disclosure.requests.clock.ClockEntry;
import disclosure.requests.clock.ClockReading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the statutory clock says, in words. */
public final class Due {

  private Due() {}

  /** How long there is still, or how long it is over: in words, so that no colour has to say it. */
  public static String left(int workingDays, boolean overdue) {
    if (overdue) {
      return workingDays == 0 ? "已超期" : "已超期" + -workingDays + "个工作日";
    }
    return workingDays == 0 ? "今天到期" : "还剩" + workingDays + "个工作日";
  }

  /** Why the date is what it is: what happened last to the clock, and how far that makes it run. */
  public static String reason(ClockReading reading) {
    String waits =
        reading.waits().stream()
            .map(wait -> wait.reason().text().zh() + "（" + wait.reason().article() + "）")
            .collect(Collectors.joining("；"));
    if (reading.dueOn().isEmpty()) {
      return waits;
    }
    String because =
        last(reading, ClockEntry.Kind.EVENT)
            .map(event -> ChineseDates.of(event.date()) + event.text().zh())
            .orElse("");
    String counted =
        last(reading, ClockEntry.Kind.COUNTED)
            .map(day -> "，" + day.text().zh() + "，" + day.article())
            .orElse("");
    return because + counted + (waits.isEmpty() ? "" : "；" + waits);
  }

  private static Optional<ClockEntry> last(ClockReading reading, ClockEntry.Kind kind) {
    List<ClockEntry> entries = reading.entries();
    return entries.stream()
        .filter(entry -> entry.kind() == kind)
        .filter(
            entry ->
                kind != ClockEntry.Kind.EVENT
                    || reading.dueOn().filter(entry.date()::isAfter).isEmpty())
        .reduce((earlier, later) -> later);
  }
}
