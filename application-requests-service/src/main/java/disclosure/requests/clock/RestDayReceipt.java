package disclosure.requests.clock;

/** How an application counts that was received on a day off. */
public enum RestDayReceipt {
  /** As received on the next working day; the first day counted is the one after. The default. */
  ROLLS_FORWARD,
  /** As received that very day; the first day counted is the next working day. */
  STANDS
}
