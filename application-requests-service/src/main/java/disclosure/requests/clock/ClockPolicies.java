package disclosure.requests.clock;

import java.util.Objects;

/**
 * What the Regulation leaves open about its times, each with a name.
 *
 * @param restDayReceipt how an application or correction counts that was received on a day off; by
 *     default it rolls forward
 * @param lateCorrectionNoticeStopsClock whether a notice to correct that went out after the 7
 *     working days of 第三十条 still stops the clock; by default not
 * @param lateFeeNoticeStopsClock whether a fee notice that went out after the due date still stops
 *     the clock; by default not
 * @param awaitingReasonsStopsClock whether the clock waits for the reasons of 第三十五条; by default not
 * @param sendingDayIsPaused whether the day a consultation is sent is itself not counted; by
 *     default the pause begins on the next day
 * @param replyDayIsPaused whether the day an opinion arrives is itself not counted; by default it
 *     is the last day of the pause
 */
public record ClockPolicies(
    RestDayReceipt restDayReceipt,
    boolean lateCorrectionNoticeStopsClock,
    boolean lateFeeNoticeStopsClock,
    boolean awaitingReasonsStopsClock,
    boolean sendingDayIsPaused,
    boolean replyDayIsPaused) {

  /** The defaults. */
  public static final ClockPolicies DEFAULTS =
      new ClockPolicies(RestDayReceipt.ROLLS_FORWARD, false, false, false, false, true);

  /** Nothing is null. */
  public ClockPolicies {
    Objects.requireNonNull(restDayReceipt, "restDayReceipt");
  }

  /** The same, but for an application received on a day off. */
  public ClockPolicies with(RestDayReceipt other) {
    return new ClockPolicies(
        other,
        lateCorrectionNoticeStopsClock,
        lateFeeNoticeStopsClock,
        awaitingReasonsStopsClock,
        sendingDayIsPaused,
        replyDayIsPaused);
  }
}
