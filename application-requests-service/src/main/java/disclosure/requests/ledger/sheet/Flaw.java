package disclosure.requests.ledger.sheet;

import disclosure.requests.fault.RegisterFault;

/** Why a cell doesn't say what was typed into it. */
public enum Flaw {
  /** A spreadsheet keeps 15 digits of a number: the rest of a longer one is gone. */
  CUT_OFF(RegisterFault.CELL_CUT_OFF),
  /** A formula that failed, such as {@code #REF!}. */
  ERROR(RegisterFault.CELL_WITH_FAILED_FORMULA),
  /** A formula whose result the file doesn't hold. */
  NOT_CALCULATED(RegisterFault.CELL_NOT_CALCULATED);

  private final RegisterFault fault;

  Flaw(RegisterFault fault) {
    this.fault = fault;
  }

  /** What is wrong. */
  public RegisterFault fault() {
    return fault;
  }
}
