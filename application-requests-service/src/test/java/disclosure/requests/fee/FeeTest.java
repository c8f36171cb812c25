package disclosure.requests.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeeTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "10, 0",
    "11, 100",
    "30, 2000",
    "31, 2200",
    "40, 4000",
    "50, 7000",
    "60, 11000",
    "100, 37000"
  })
  void items_of_a_month_cost_the_known_sums(int items, long yuan) {
    assertThat(ItemFee.of(0, items)).isEqualTo(Yuan.of(yuan));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "10, 0",
    "11, 100",
    "30, 100",
    "31, 200",
    "40, 200",
    "41, 300",
    "50, 300",
    "51, 400",
    "60, 400",
    "61, 500",
    "10000, 99800"
  })
  void an_item_costs_by_its_number_in_the_month(int nth, long yuan) {
    assertThat(ItemFee.priceOf(nth)).isEqualTo(Yuan.of(yuan));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10001})
  void there_is_no_such_item(int nth) {
    assertThatThrownBy(() -> ItemFee.priceOf(nth)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void items_go_on_from_those_before() {
    assertThat(ItemFee.of(9, 2)).isEqualTo(Yuan.of(100));
    assertThat(ItemFee.of(30, 1)).isEqualTo(Yuan.of(200));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "30, 0",
    "31, 10",
    "68, 380",
    "100, 700",
    "101, 720",
    "200, 2700",
    "201, 2740",
    "300, 6700"
  })
  void pages_cost_the_known_sums(int pages, long yuan) {
    assertThat(PageFee.of(pages)).isEqualTo(Yuan.of(yuan));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, true",
    "1, 100, true",
    "1, 200, true",
    "1, 150, false",
    "2, 300, true",
    "2, 500, true",
    "2, 450, false",
    "30, 2000, true",
    "30, 1900, false",
    "10000, 0, false",
    "1, 99800, true",
    "1, 99900, false"
  })
  void items_cost_something_only_in_steps_of_the_tariff(int items, long yuan, boolean possible) {
    assertThat(FeeBasis.BY_ITEM.yields(items, Yuan.of(yuan))).isEqualTo(possible);
  }

  @Test
  void pages_have_one_price() {
    assertThat(FeeBasis.BY_PAGE.yields(68, Yuan.of(380))).isTrue();
    assertThat(FeeBasis.BY_PAGE.yields(68, Yuan.of(390))).isFalse();
  }

  @Test
  void there_are_no_negative_pages() {
    assertThatThrownBy(() -> PageFee.of(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "0.001", "1000000000", "1E+999999999", "1E-999999999"})
  void not_an_amount_of_money(String amount) {
    assertThatThrownBy(() -> new Yuan(new BigDecimal(amount)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_amount_is_exact_to_the_fen() {
    assertThat(new Yuan(new BigDecimal("380"))).isEqualTo(new Yuan(new BigDecimal("380.00")));
    assertThat(new Yuan(new BigDecimal("0.10"))).hasToString("0.10");
    assertThat(new Yuan(new BigDecimal("999999999.99"))).hasToString("999999999.99");
    assertThat(Yuan.ZERO.isZero()).isTrue();
    assertThat(Yuan.of(1).isZero()).isFalse();
    assertThat(Yuan.of(1)).isLessThan(Yuan.of(2));
    assertThat(Yuan.sum(List.of(Yuan.of(1), Yuan.of(2)))).isEqualTo(Yuan.of(3));
    assertThat(Yuan.sum(List.of())).isEqualTo(Yuan.ZERO);
    assertThat(Yuan.of(7).times(3)).isEqualTo(Yuan.of(21));
  }

  @Test
  void the_bases_have_their_words() {
    assertThat(FeeBasis.BY_ITEM.label()).isEqualTo("按件");
    assertThat(FeeBasis.BY_PAGE.label()).isEqualTo("按量");
  }
}
