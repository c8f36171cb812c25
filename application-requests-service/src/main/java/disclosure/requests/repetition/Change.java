package disclosure.requests.repetition;

/** What becomes of a row of a ledger. */
public enum Change {
  /** It is an application more. */
  ADDED,
  /** It says what the register has. */
  UNCHANGED,
  /** It has steps more than the register had. */
  STEPS_APPENDED,
  /** It says otherwise what the register has; that stays as it is. */
  DIFFERS,
  /**
   * It is not taken now, and can be imported again: its client differed too often, or its number is
   * that of another client's record.
   */
  SET_ASIDE,
  /** It is not taken. */
  REFUSED
}
