package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BulkheadTest {

  private final Bulkhead bulkhead = new Bulkhead(2, 3);

  @Test
  void one_client_has_no_more_than_its_part() {
    bulkhead.enter("one");
    Bulkhead.Place second = bulkhead.enter("one");

    assertThatThrownBy(() -> bulkhead.enter("one"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(429);
              assertThat(refusal.retryAfter()).isPositive();
            });
    second.close();
    bulkhead.enter("one");
    bulkhead.enter("other");
  }

  @Test
  void all_together_have_no_more_than_there_are() {
    bulkhead.enter("one");
    bulkhead.enter("one");
    bulkhead.enter("other");

    assertThatThrownBy(() -> bulkhead.enter("third"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(503);
              assertThat(refusal.retryAfter()).isPositive();
            });
    assertThat(bulkhead.taken("third")).isZero();
  }

  @Test
  void a_place_is_given_back_once() {
    Bulkhead.Place first = bulkhead.enter("one");
    bulkhead.enter("one");
    first.close();
    first.close();

    assertThat(bulkhead.taken("one")).isEqualTo(1);
  }
}
