package disclosure.requests.page.clock;

import disclosure.edge.look.ChineseDates;
import disclosure.requests.clock.AnswerBy;
import disclosure.requests.clock.ClockReading;
import java.util.List;

/**
 * Somebody outside who has still to answer, in words.
 *
 * @param text until when, or since when that is over
 * @param passed whether it is over
 * @param afterwards what the law lets the organ do then; empty before
 */
public record Awaited(String text, boolean passed, String afterwards) {

  /** All of them, the first due first. */
  public static List<Awaited> of(ClockReading reading) {
    return reading.answersDue().stream().map(Awaited::of).toList();
  }

  private static Awaited of(AnswerBy due) {
    String day = ChineseDates.of(due.day());
    return due.passed()
        ? new Awaited(due.reason().term() + "已过（" + day + "）", true, due.reason().afterwards())
        : new Awaited(due.reason().term() + "至" + day, false, "");
  }
}
