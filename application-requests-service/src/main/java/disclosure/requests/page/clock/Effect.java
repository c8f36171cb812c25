package disclosure.requests.page.clock;

import disclosure.requests.application.RecordedStep;
import disclosure.requests.clock.ClockReading;
import java.util.stream.Collectors;

/** What a step that was recorded does, told at once where it isn't what was meant. */
public final class Effect {

  /** That it was recorded, and nothing is to be said against it. */
  public static final String RECORDED = "已登记。";

  private Effect() {}

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
            .map(warning -> warning.text().zh() + "（" + warning.article() + "）")
            .collect(Collectors.joining("；"));
    if (forbidden.isEmpty()) {
      return RECORDED;
    }
    boolean moved = !before.dueOn().equals(after.dueOn()) || !before.waits().equals(after.waits());
    return (moved ? "已登记，但不符合规定：" : "已登记，但对答复期限没有影响：") + forbidden + "。";
  }
}
