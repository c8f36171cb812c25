package disclosure.requests.subscription.turn;

/** Why a subscription is told nothing until somebody resumes it. */
public enum PauseCause {
  /** The receiver failed for days. */
  FAILING,
  /** It refused one event after the other. */
  REFUSING,
  /** It said that it is gone for good (410). */
  GONE,
  /** There is no room for another refused event. */
  DEAD_LETTERS_FULL,
  /** It was away for longer than events are kept. */
  EVENTS_DROPPED
}
