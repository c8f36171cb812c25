package disclosure.requests.fee;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FeeProperties {

  @Property
  void splitting_the_items_of_a_month_over_applications_costs_the_same(
      @ForAll @IntRange(max = 200) int first, @ForAll @IntRange(max = 200) int second) {
    assertThat(ItemFee.of(0, first).plus(ItemFee.of(first, second)))
        .isEqualTo(ItemFee.of(0, first + second));
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
