package disclosure.requests.fee;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;

/**
 * 按件计费 (国办函〔2020〕109号第四条): by the number of items that one applicant asked of one organ in one
 * calendar month, whatever the outcome. Who is the same applicant is for the caller to know.
 */
public final class ItemFee {

  private static final int FREE_ITEMS = 10;
  private static final int LAST_ITEM_AT_BASE_PRICE = 30;
  private static final int ITEMS_IN_A_STEP = 10;
  private static final Yuan BASE_PRICE = Yuan.of(100);
  private static final int MOST_ITEMS = 10_000;

  private ItemFee() {}

  /**
   * The price of one item.
   *
   * @param nth its number in the month, from 1: up to 10 free, up to 30 at 100 元, then 100 元 more
   *     for every 10 items
   */
  public static Yuan priceOf(int nth) {
    if (nth < 1 || nth > MOST_ITEMS) {
      throw new IllegalArgumentException("not an item from 1 to " + MOST_ITEMS);
    }
    if (nth <= FREE_ITEMS) {
      return Yuan.ZERO;
    }
    if (nth <= LAST_ITEM_AT_BASE_PRICE) {
      return BASE_PRICE;
    }
    return BASE_PRICE.times(2 + (nth - LAST_ITEM_AT_BASE_PRICE - 1) / ITEMS_IN_A_STEP);
  }

  /**
   * The fee for the items of one application.
   *
   * @param itemsBefore how many items of the same applicant came earlier in the same month
   * @param items how many there are in this application
   */
  public static Yuan of(int itemsBefore, int items) {
    Yuan sum = Yuan.ZERO;
    for (int nth = itemsBefore + 1; nth <= itemsBefore + items; nth++) {
      sum = sum.plus(priceOf(nth));
    }
    return sum;
  }

  /**
   * The fee for the items of one application.
   *
   * @param receivedBefore the day of receipt of each item that came earlier from the same
   *     applicant, in any month
   * @param receivedOn the day of receipt of this application; only items of its month add up
   * @param items how many there are in this application
   */
  public static Yuan of(Collection<LocalDate> receivedBefore, LocalDate receivedOn, int items) {
    YearMonth month = YearMonth.from(receivedOn);
    long inMonth = receivedBefore.stream().map(YearMonth::from).filter(month::equals).count();
    return of((int) inMonth, items);
  }
}
