package disclosure.requests.clock;

import disclosure.requests.application.Warning;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the statutory clock says of an application on a day. For one that is concluded it is the day
 * of the answer, so that the due date is the one that the answer had to keep.
 *
 * @param countedFrom the day of receipt, correction or payment from which the present time runs,
 *     itself not counted
 * @param correctionNoticeDueOn the last day to ask for a correction (《条例》第三十条); empty under the
 *     older text, which sets none
 * @param dueOn the last day for the answer; empty while the clock waits
 * @param dueOnIfUnanswered while the clock waits for an opinion with a limit: the due date if it
 *     never comes
 * @param dueOnWithoutRolling the due date by the stricter reading, when the receipt on a day off
 *     makes a difference
 * @param provisional whether these dates touch a year whose days off are not announced yet
 * @param waits whom the clock waits for
 * @param answersDue who outside has still to answer by a set day, whether the clock waits for it or
 *     not; the first day first, nobody once there is an answer
 * @param payBy the last day to pay the fee, once its notice was delivered
 * @param timeliness how the application stands to its due date
 * @param untimely what was not done in its own time
 * @param warnings the same and what else was done against the law, by step
 * @param mover what made the time run as it does at last: the receipt, or what started it anew,
 *     extended or stopped it; never what merely happened
 * @param entries the account, day by day
 * @param calendarVersion the version of the whole calendar
 */
public record ClockReading(
    LocalDate countedFrom,
    Optional<LocalDate> correctionNoticeDueOn,
    Optional<LocalDate> dueOn,
    Optional<LocalDate> dueOnIfUnanswered,
    Optional<LocalDate> dueOnWithoutRolling,
    boolean provisional,
    List<Wait> waits,
    List<AnswerBy> answersDue,
    Optional<LocalDate> payBy,
    Timeliness timeliness,
    List<ClockWarning> untimely,
    List<Warning> warnings,
    Optional<ClockEntry> mover,
    List<ClockEntry> entries,
    String calendarVersion) {

  /**
   * Somebody outside whom the clock waits for.
   *
   * @param reason who and why
   * @param until the last day of waiting, after which silence counts; empty where the law sets none
   */
  public record Wait(PauseReason reason, Optional<LocalDate> until) {

    /** Nothing is null. */
    public Wait {
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(until, "until");
    }
  }

  /** Nothing is null. */
  public ClockReading {
    Objects.requireNonNull(countedFrom, "countedFrom");
    Objects.requireNonNull(correctionNoticeDueOn, "correctionNoticeDueOn");
    Objects.requireNonNull(dueOn, "dueOn");
    Objects.requireNonNull(dueOnIfUnanswered, "dueOnIfUnanswered");
    Objects.requireNonNull(dueOnWithoutRolling, "dueOnWithoutRolling");
    Objects.requireNonNull(payBy, "payBy");
    Objects.requireNonNull(timeliness, "timeliness");
    Objects.requireNonNull(mover, "mover");
    Objects.requireNonNull(calendarVersion, "calendarVersion");
    waits = List.copyOf(waits);
    answersDue = List.copyOf(answersDue);
    untimely = List.copyOf(untimely);
    warnings = List.copyOf(warnings);
    entries = List.copyOf(entries);
  }

  /** The days by which somebody outside should have answered, and didn't. */
  public List<AnswerBy> answersMissing() {
    return answersDue.stream().filter(AnswerBy::passed).toList();
  }
}
