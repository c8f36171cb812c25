package disclosure.requests.fee;

import java.util.Optional;

/** 计费方式 (国办函〔2020〕109号第三条): by item or by page, never both for one application. */
public enum FeeBasis {
  BY_ITEM("按件") {
    @Override
    public boolean yields(int quantity, Yuan amount) {
      return ItemFee.yields(quantity, amount);
    }

    @Override
    public Optional<Yuan> amount(int quantity) {
      return Optional.empty();
    }

    @Override
    public Yuan least(int quantity) {
      return ItemFee.of(0, quantity);
    }
  },
  BY_PAGE("按量") {
    @Override
    public boolean yields(int quantity, Yuan amount) {
      return PageFee.of(quantity).equals(amount);
    }

    @Override
    public Optional<Yuan> amount(int quantity) {
      return Optional.of(PageFee.of(quantity));
    }

    @Override
    public Yuan least(int quantity) {
      return PageFee.of(quantity);
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

  /**
   * The only amount that the tariff can make of so many items or pages; empty where there are
   * several.
   *
   * @param quantity 1 to {@link #MAX_QUANTITY}
   */
  public abstract Optional<Yuan> amount(int quantity);

  /**
   * The least that the tariff can make of so many items or pages: of items, where none came before
   * in the month.
   *
   * @param quantity 1 to {@link #MAX_QUANTITY}
   */
  public abstract Yuan least(int quantity);

  /** The word in Chinese. */
  public String label() {
    return label;
  }
}
