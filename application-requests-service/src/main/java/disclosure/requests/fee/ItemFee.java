package disclosure.requests.fee;

/**
 * 按件计费 (国办函〔2020〕109号第四条): by the number of items that one applicant asked of one organ in one
 * calendar month, whatever the outcome. Who is the same applicant is for the caller to know.
 */
public final class ItemFee {

  private static final int FREE_ITEMS = 10;
  private static final int LAST_ITEM_AT_BASE_PRICE = 30;
  private static final int ITEMS_IN_A_STEP = 10;
  private static final int BASE_PRICE = 100;

  private ItemFee() {}

  /**
   * The price of one item.
   *
   * @param nth its number in the month, from 1: up to 10 free, up to 30 at 100 元, then 100 元 more
   *     for every 10 items
   */
  public static Yuan priceOf(int nth) {
    return Yuan.of(yuan(nth));
  }

  private static long yuan(int nth) {
    if (nth < 1 || nth > FeeBasis.MAX_QUANTITY) {
      throw new IllegalArgumentException("not an item from 1 to " + FeeBasis.MAX_QUANTITY);
    }
    if (nth <= FREE_ITEMS) {
      return 0;
    }
    if (nth <= LAST_ITEM_AT_BASE_PRICE) {
      return BASE_PRICE;
    }
    return BASE_PRICE * (2 + (nth - LAST_ITEM_AT_BASE_PRICE - 1) / ITEMS_IN_A_STEP);
  }

  /**
   * The fee for the items of one application.
   *
   * @param itemsBefore how many items of the same applicant came earlier in the same month
   * @param items how many there are in this application
   */
  public static Yuan of(int itemsBefore, int items) {
    long sum = 0;
    for (int nth = itemsBefore + 1; nth <= itemsBefore + items; nth++) {
      sum += yuan(nth);
    }
    return Yuan.of(sum);
  }

  /** Whether so many items cost that much at some place in a month. */
  static boolean yields(int items, Yuan amount) {
    long sum = 0;
    for (int nth = 1; nth <= FeeBasis.MAX_QUANTITY; nth++) {
      sum += yuan(nth) - (nth > items ? yuan(nth - items) : 0);
      if (nth >= items && Yuan.of(sum).equals(amount)) {
        return true;
      }
    }
    return false;
  }
}
