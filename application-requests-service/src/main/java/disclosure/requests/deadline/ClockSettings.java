package disclosure.requests.deadline;

import disclosure.requests.clock.ClockPolicies;
import disclosure.requests.clock.RestDayReceipt;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the Regulation leaves open about its times; {@link ClockPolicies} says what each means. */
@ConfigMapping(prefix = "clock")
interface ClockSettings {

  /** How an application counts that was received on a day off: ROLLS_FORWARD or STANDS. */
  @WithDefault("ROLLS_FORWARD")
  RestDayReceipt restDayReceipt();

  /** Whether a notice to correct stops the clock though it went out after 7 working days. */
  @WithDefault("false")
  boolean lateCorrectionNoticeStopsClock();

  /** Whether a fee notice stops the clock though it went out after the due date. */
  @WithDefault("false")
  boolean lateFeeNoticeStopsClock();

  /** Whether the clock waits for the reasons of 第三十五条. */
  @WithDefault("false")
  boolean awaitingReasonsStopsClock();

  /** Whether the day a consultation is sent is itself not counted. */
  @WithDefault("false")
  boolean sendingDayIsPaused();

  /** Whether the day an opinion arrives is itself not counted. */
  @WithDefault("true")
  boolean replyDayIsPaused();

  /** The policies in the words of the domain. */
  default ClockPolicies policies() {
    return new ClockPolicies(
        restDayReceipt(),
        lateCorrectionNoticeStopsClock(),
        lateFeeNoticeStopsClock(),
        awaitingReasonsStopsClock(),
        sendingDayIsPaused(),
        replyDayIsPaused());
  }
}
