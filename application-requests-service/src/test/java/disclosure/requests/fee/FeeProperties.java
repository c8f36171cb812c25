package disclosure.requests.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FeeProperties {

  /** Of the first item, the second, and so on; nothing stands in front. */
  private static final long[] PRICES =
      LongStream.rangeClosed(0, FeeBasis.MAX_QUANTITY)
          .map(nth -> nth <= 10 ? 0 : nth <= 30 ? 100 : 100 * (2 + (nth - 31) / 10))
          .toArray();

  @Property
  void splitting_the_items_of_a_month_over_applications_costs_the_same(
      @ForAll @IntRange(max = 200) int first, @ForAll @IntRange(max = 200) int second) {
    assertThat(ItemFee.of(0, first).plus(ItemFee.of(first, second)))
        .isEqualTo(ItemFee.of(0, first + second));
  }

  @Property
  void items_cost_what_each_of_them_costs(
      @ForAll @IntRange(max = 9_000) int before, @ForAll @IntRange(max = 1_000) int items) {
    assertThat(ItemFee.of(before, items)).isEqualTo(Yuan.of(oneByOne(before, items)));
  }

  @Property(tries = 200)
  void an_amount_is_on_the_tariff_where_some_place_in_the_month_gives_it(
      @ForAll @IntRange(min = 1, max = FeeBasis.MAX_QUANTITY) int items,
      @ForAll @IntRange(max = FeeBasis.MAX_QUANTITY) int place,
      @ForAll @IntRange(min = -1, max = 1) int beside) {
    int before = place % (FeeBasis.MAX_QUANTITY - items + 1);
    long amount = Math.max(0, oneByOne(before, items) + 100L * beside);
    assertThat(FeeBasis.BY_ITEM.yields(items, Yuan.of(amount)))
        .isEqualTo(isSomewhere(items, amount));
  }

  private static boolean isSomewhere(int items, long amount) {
    long sum = oneByOne(0, items);
    for (int first = 1; sum != amount && first + items <= FeeBasis.MAX_QUANTITY; first++) {
      sum += PRICES[first + items] - PRICES[first];
    }
    return sum == amount;
  }

  private static long oneByOne(int before, int items) {
    return Arrays.stream(PRICES, before + 1, before + items + 1).sum();
  }

  @Property
  void one_item_more_never_costs_less(@ForAll @IntRange(min = 1, max = 9_999) int nth) {
    assertThat(ItemFee.priceOf(nth + 1)).isGreaterThanOrEqualTo(ItemFee.priceOf(nth));
  }

  @Property
  void one_page_more_costs_the_price_of_its_band(@ForAll @IntRange(max = 100_000) int pages) {
    int next = pages + 1;
    Yuan price = Yuan.of(next <= 30 ? 0 : next <= 100 ? 10 : next <= 200 ? 20 : 40);
    assertThat(PageFee.of(next)).isEqualTo(PageFee.of(pages).plus(price));
  }
}
