package disclosure.requests.repetition;

/**
 * What becomes of a row of a ledger whose number another client has registered for the organ: it
 * may be the same application, or another one that somebody numbered alike.
 */
public enum Duplicates {
  /** It is told whose record that is, and not taken: a person decides. */
  HELD_BACK,
  /** It is an application of its own. */
  ACCEPTED
}
