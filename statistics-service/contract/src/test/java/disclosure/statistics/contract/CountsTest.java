package disclosure.statistics.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.requests.contract.ApplicantType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {

  @Test
  void counts_are_given_in_the_order_of_the_form() {
    Counts counts = Counts.of(1, 2, 3, 4, 5, 6);

    assertThat(counts.of(ApplicantType.NATURAL_PERSON)).isEqualTo(1);
    assertThat(counts.of(ApplicantType.OTHER_ORGANIZATION)).isEqualTo(6);
    assertThat(counts.byType().keySet()).containsExactly(ApplicantType.values());
    assertThat(counts.total()).isEqualTo(21);
  }

  @Test
  void five_or_seven_counts_are_refused() {
    assertRefused(() -> Counts.of(1, 2, 3, 4, 5));
    assertRefused(() -> Counts.of(1, 2, 3, 4, 5, 6, 7));
  }

  @Test
  void a_missing_type_is_refused() {
    assertRefused(() -> new Counts(Map.of(ApplicantType.NATURAL_PERSON, 1L)));
  }

  @Test
  void a_negative_count_is_refused() {
    assertRefused(() -> Counts.of(0, 0, 0, 0, 0, -1));
    assertRefused(() -> Counts.ZERO.minus(Counts.of(0, 0, 0, 0, 0, 1)));
  }

  @Test
  void a_count_that_leaves_the_range_is_not_wrapped_around() {
    assertThatThrownBy(
            () -> Counts.of(Long.MAX_VALUE, 0, 0, 0, 0, 0).plus(Counts.of(1, 0, 0, 0, 0, 0)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void counts_do_not_change_with_the_map_they_were_made_from() {
    assertThatThrownBy(() -> Counts.ZERO.byType().put(ApplicantType.NATURAL_PERSON, 1L))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }
}
