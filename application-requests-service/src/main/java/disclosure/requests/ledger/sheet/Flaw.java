package disclosure.requests.ledger.sheet;

/** Why a cell doesn't say what was typed into it. */
public enum Flaw {
  /** A spreadsheet keeps 15 digits of a number: the rest of a longer one is gone. */
  CUT_OFF,
  /** A formula that failed, such as {@code #REF!}. */
  ERROR,
  /** A formula whose result the file doesn't hold. */
  NOT_CALCULATED
}
