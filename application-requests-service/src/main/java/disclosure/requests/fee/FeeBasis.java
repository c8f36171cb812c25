package disclosure.requests.fee;

/** 计费方式 (国办函〔2020〕109号第三条): by item or by page, never both for one application. */
public enum FeeBasis {
  BY_ITEM("按件") {
    @Override
    public boolean yields(int quantity, Yuan amount) {
      return ItemFee.yields(quantity, amount);
    }
  },
  BY_PAGE("按量") {
    @Override
    public boolean yields(int quantity, Yuan amount) {
      return PageFee.of(quantity).equals(amount);
    }
  };

  /** More items or pages than any application has. */
  public static final int MAX_QUANTITY = 10_000;

  private final String label;

  FeeBasis(String label) {
    this.label = label;
  }

  /**
   * Whether the tariff can make the amount of so many items or pages. What items cost depends on
   * those that came before in the month.
   *
   * @param quantity 1 to {@link #MAX_QUANTITY}
   */
  public abstract boolean yields(int quantity, Yuan amount);

  /** The word in Chinese. */
  public String label() {
    return label;
  }
}
