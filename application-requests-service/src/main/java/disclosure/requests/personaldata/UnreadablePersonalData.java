package disclosure.requests.personaldata;

/** An encrypted value that no key of the ring opens for the cell it was read from. */
public final class UnreadablePersonalData extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadablePersonalData(Cell cell, Throwable cause) {
    super("no key opens " + cell.table() + "." + cell.column() + " of " + cell.rowId(), cause);
  }
}
