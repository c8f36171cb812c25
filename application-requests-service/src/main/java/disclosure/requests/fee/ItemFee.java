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
    requireItem(nth);
    return upTo(nth) - upTo(nth - 1);
  }

  private static void requireItem(int nth) {
    if (nth < 1 || nth > FeeBasis.MAX_QUANTITY) {
      throw new IllegalArgumentException("not an item from 1 to " + FeeBasis.MAX_QUANTITY);
    }
  }

  /** What the first so many items of a month cost together. */
  private static long upTo(int items) {
    if (items <= FREE_ITEMS) {
      return 0;
    }
    long atBasePrice = Math.min(items, LAST_ITEM_AT_BASE_PRICE) - FREE_ITEMS;
    long above = Math.max(0, items - LAST_ITEM_AT_BASE_PRICE);
    long steps = above / ITEMS_IN_A_STEP;
    long inFullSteps = ITEMS_IN_A_STEP * (2 * steps + steps * (steps - 1) / 2);
    long inTheLast = above % ITEMS_IN_A_STEP * (2 + steps);
    return BASE_PRICE * (atBasePrice + inFullSteps + inTheLast);
  }

  /**
   * The fee for the items of one application.
   *
   * @param itemsBefore how many items of the same applicant came earlier in the same month
   * @param items how many there are in this application
   */
  public static Yuan of(int itemsBefore, int items) {
    if (items > 0) {
      requireItem(itemsBefore + 1);
      requireItem(itemsBefore + items);
    }
    return Yuan.of(upTo(itemsBefore + items) - upTo(itemsBefore));
  }

  /**
   * Whether so many items cost that much at some place in a month. The later they come, the more
   * they cost, or as much: what is asked for is found by halving.
   */
  static boolean yields(int items, Yuan amount) {
    int fewestBefore = 0;
    int mostBefore = FeeBasis.MAX_QUANTITY - items;
    while (fewestBefore <= mostBefore) {
      int before = (fewestBefore + mostBefore) >>> 1;
      int order = of(before, items).compareTo(amount);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        fewestBefore = before + 1;
      } else {
        mostBefore = before - 1;
      }
    }
    return false;
  }
}
