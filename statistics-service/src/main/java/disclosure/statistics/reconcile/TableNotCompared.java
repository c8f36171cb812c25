package disclosure.statistics.reconcile;

/** A table that can't be compared, for a fault of its own; others can. */
final class TableNotCompared extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TableNotCompared(String what) {
    super(what);
  }

  TableNotCompared(String what, Throwable cause) {
    super(what, cause);
  }
}
