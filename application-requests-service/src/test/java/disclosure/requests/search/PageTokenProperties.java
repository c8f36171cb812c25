package disclosure.requests.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PageTokenProperties {

  @Property
  void a_place_is_read_back_in_its_own_order_only(
      @ForAll Order order,
      @ForAll @IntRange(max = 80_000) int day,
      @ForAll long high,
      @ForAll long low) {
    PageToken pageToken = new PageToken(order, LocalDate.EPOCH.plusDays(day), new UUID(high, low));
    assertThat(PageToken.of(Optional.of(pageToken.token()), order)).contains(pageToken);
    Order other = order == Order.DUE ? Order.RECEIVED : Order.DUE;
    assertThatThrownBy(() -> PageToken.of(Optional.of(pageToken.token()), other))
        .isInstanceOf(Refusal.class);
  }

  @Property
  void nothing_else_is_taken_for_a_place(@ForAll String text) {
    assertThatThrownBy(() -> PageToken.of(Optional.of(text), Order.RECEIVED))
        .isInstanceOf(Refusal.class);
  }
}
