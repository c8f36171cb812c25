package disclosure.requests.page.clock;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.clock.AnswerBy;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.page.form.Said;
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
    String term = Wording.of(due.reason().term());
    return due.passed()
        ? new Awaited(
            Wording.of("%s已过（%s）", term, day), true, Said.constant(due.reason().afterwards()))
        : new Awaited(Wording.of("%s至%s", term, day), false, "");
  }
}
