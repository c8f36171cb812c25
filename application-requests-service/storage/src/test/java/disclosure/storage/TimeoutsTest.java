package disclosure.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TimeoutsTest {

  private static final SQLException LOCKED = new SQLException("", "55P03");
  private static final SQLException CANCELED = new SQLException("", "57014");

  private static final SQLException STOOD_STILL = new SQLException("", "25P03");

  private final Timeouts<Long> timeouts = new Timeouts<>();
  private final long piece = 1;

  @Test
  void a_lock_that_is_never_to_be_had_is_the_pieces_own_fault_after_some_minutes() {
    putOff(59, LOCKED);
    assertThat(timeouts.isToBlame(piece, LOCKED)).isFalse();
    putOff(1, LOCKED);
    assertThat(timeouts.isToBlame(piece, new IllegalStateException(LOCKED))).isTrue();
    assertThat(timeouts.isToBlame(piece, CANCELED)).isFalse();
    timeouts.forget(piece);
    assertThat(timeouts.isToBlame(piece, LOCKED)).isFalse();
  }

  @Test
  void a_statement_that_always_takes_too_long_is_it_much_sooner() {
    putOff(4, CANCELED);
    assertThat(timeouts.isToBlame(piece, CANCELED)).isTrue();
    assertThat(timeouts.isToBlame(piece, new SQLException("", "08006"))).isFalse();
  }

  @Test
  void work_that_always_keeps_its_transaction_waiting_is_it_as_soon() {
    putOff(3, STOOD_STILL);
    assertThat(timeouts.isToBlame(piece, STOOD_STILL)).isFalse();
    putOff(1, STOOD_STILL);
    assertThat(timeouts.isToBlame(piece, STOOD_STILL)).isTrue();
    assertThat(timeouts.isToBlame(piece, CANCELED)).isFalse();
  }

  private void putOff(int times, SQLException failure) {
    for (int i = 0; i < times; i++) {
      timeouts.putOff(piece, failure);
    }
  }
}
