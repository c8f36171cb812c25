package disclosure.requests.page.clock;

import disclosure.edge.look.ChineseDates;
import disclosure.requests.clock.ClockEntry;
import disclosure.requests.clock.ClockReading;
import java.util.stream.Collectors;

/** What the statutory clock says, in words. */
public final class Due {

  /** That it is the last day. */
  public static final String TODAY = "今天到期";

  private Due() {}

  /** How long there is still, or how long it is over: in words, so that no colour has to say it. */
  public static String left(int workingDays, boolean overdue) {
    if (overdue) {
      return workingDays == 0 ? "已超期" : "已超期" + -workingDays + "个工作日";
    }
    return workingDays == 0 ? TODAY : "还剩" + workingDays + "个工作日";
  }

  /** Why the date is what it is: what made the clock run so at last, and how far that goes. */
  public static String reason(ClockReading reading) {
    String waits =
        reading.waits().stream()
            .map(wait -> wait.reason().text().zh() + "（" + wait.reason().article() + "）")
            .collect(Collectors.joining("；"));
    if (reading.dueOn().isEmpty()) {
      return waits;
    }
    String because =
        reading.mover().map(event -> ChineseDates.of(event.date()) + event.text().zh()).orElse("");
    String counted =
        reading.entries().stream()
            .filter(entry -> entry.kind() == ClockEntry.ClockDayKind.COUNTED)
            .reduce((earlier, later) -> later)
            .map(day -> "，" + day.text().zh() + "，" + day.article())
            .orElse("");
    return because + counted + (waits.isEmpty() ? "" : "；" + waits);
  }
}
