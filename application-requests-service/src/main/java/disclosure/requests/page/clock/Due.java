package disclosure.requests.page.clock;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.clock.ClockEntry;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.page.form.Said;
import java.util.stream.Collectors;

/** What the statutory clock says, in words. */
public final class Due {

  private Due() {}

  /** How long there is still, or how long it is over: in words, so that no colour has to say it. */
  public static String left(int workingDays, boolean overdue) {
    if (overdue) {
      return switch (-workingDays) {
        case 0 -> Wording.of("已超期");
        case 1 -> Wording.of("已超期1个工作日");
        default -> Wording.of("已超期%s个工作日", -workingDays);
      };
    }
    return switch (workingDays) {
      case 0 -> Wording.of("今天到期");
      case 1 -> Wording.of("还剩1个工作日");
      default -> Wording.of("还剩%s个工作日", workingDays);
    };
  }

  /** Why the date is what it is: what made the clock run so at last, and how far that goes. */
  public static String reason(ClockReading reading) {
    String waits =
        reading.waits().stream()
            .map(wait -> Said.of(wait.reason().text(), wait.reason().article()))
            .collect(Collectors.joining(Wording.of("；")));
    if (reading.dueOn().isEmpty()) {
      return waits;
    }
    String because =
        reading
            .mover()
            .map(event -> Wording.of("%s%s", ChineseDates.of(event.date()), Said.of(event.text())))
            .orElse("");
    String counted =
        reading.entries().stream()
            .filter(entry -> entry.kind() == ClockEntry.ClockDayKind.COUNTED)
            .reduce((earlier, later) -> later)
            .map(day -> Wording.of("，%s，%s", Said.of(day.text()), Said.constant(day.article())))
            .orElse("");
    return because + counted + (waits.isEmpty() ? "" : Wording.of("；") + waits);
  }
}
