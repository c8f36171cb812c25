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
  /** It is not compared, since its client differed too often; it can be imported again later. */
  SET_ASIDE,
  /** It is not taken. */
  REFUSED
}
