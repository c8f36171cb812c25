package disclosure.statistics.contract;

/** Something was counted less than no times: no table can be made of that. */
public final class NegativeCount extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** With what it was counted in. */
  public NegativeCount(String message) {
    super(message);
  }
}
