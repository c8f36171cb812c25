package disclosure.requests.page.clock;

import disclosure.edge.look.Wording;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.page.form.Said;
import java.util.stream.Collectors;

/** What a step that was recorded does, told at once where it isn't what was meant. */
public final class Effect {

  private Effect() {}

  /** That it was recorded, and nothing is to be said against it. */
  public static String recorded() {
    return Wording.of("已登记。");
  }

  /**
   * Of the last step of an application.
   *
   * @param before what the clock said before it
   * @param after what it says now
   */
  public static String told(RecordedStep last, ClockReading before, ClockReading after) {
    int place = last.corrects().orElse(last.sequence());
    String forbidden =
        after.warnings().stream()
            .filter(warning -> warning.step() == place)
            .map(warning -> Said.of(warning.text(), warning.article()))
            .collect(Collectors.joining(Wording.of("；")));
    if (forbidden.isEmpty()) {
      return recorded();
    }
    boolean moved = !before.dueOn().equals(after.dueOn()) || !before.waits().equals(after.waits());
    return moved
        ? Wording.of("已登记，但不符合规定：%s。", forbidden)
        : Wording.of("已登记，但对答复期限没有影响：%s。", forbidden);
  }
}
