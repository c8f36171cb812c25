package disclosure.requests.application;

import java.time.LocalDate;

/** What the transitions ask of the statutory clock. */
@FunctionalInterface
public interface Deadlines {

  /** The last day to pay a fee whose notice was delivered on the given day. */
  LocalDate payBy(LocalDate feeNoticeDeliveredOn);
}
