package disclosure.requests.clock;

import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.fee.Yuan;
import java.time.LocalDate;
import java.util.Optional;

/** 收费通知: what the applicant was told to pay, by when, and what came of it. */
final class FeeDemand {

  private Optional<FeeNotified> notice = Optional.empty();
  private Optional<LocalDate> payBy = Optional.empty();
  private Yuan paid = Yuan.ZERO;
  private boolean settled;

  /**
   * Notes the notice.
   *
   * @param by the last day to pay, once the notice was delivered
   */
  void notified(FeeNotified step, Optional<LocalDate> by) {
    notice = Optional.of(step);
    payBy = by;
  }

  /** Whether all is paid with this; without a notice, whatever is paid is all. */
  boolean settledWith(Yuan amount) {
    paid = paid.plus(amount);
    boolean all = notice.filter(demand -> paid.compareTo(demand.amount()) < 0).isEmpty();
    settled |= all;
    return all;
  }

  boolean isNotified() {
    return notice.isPresent();
  }

  Optional<LocalDate> payBy() {
    return payBy;
  }

  /** The same, while it isn't paid. */
  Optional<LocalDate> openUntil() {
    return payBy.filter(day -> !settled);
  }
}
