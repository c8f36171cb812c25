package disclosure.requests.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.requests.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The places that markings take, by which others are told of events. */
class PlacesIT {

  private static DataSource database;
  private static OutboxFixture outbox;

  @BeforeAll
  static void servers() {
    TestDatabase created = TestDatabase.create("places");
    database = created.service();
    outbox = new OutboxFixture(database, created.owner());
  }

  @Test
  void one_marking_waits_for_the_other() throws SQLException {
    RelayLease lease = new RelayLease(Duration.ofSeconds(30));
    try (Connection first = database.getConnection();
        Connection second = database.getConnection()) {
      assertThat(lease.take(first)).isTrue();
      first.setAutoCommit(false);
      assertThat(lease.isUntouched(first, lease.term())).isTrue();
      second.createStatement().execute("SET lock_timeout = '200ms'");
      assertThatThrownBy(() -> lease.isUntouched(second, lease.term()))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("lock timeout");
      first.rollback();
      assertThat(lease.isUntouched(second, lease.term())).isTrue();
    }
  }

  @Test
  void what_waits_has_no_place_and_what_is_marked_anew_a_later_one() throws SQLException {
    outbox.write(UUID.randomUUID(), 1);
    outbox.write(UUID.randomUUID(), 1);
    assertThat(outbox.count("SELECT count(*) FROM requests.outbox WHERE place IS NOT NULL"))
        .isZero();
    outbox.execute("UPDATE requests.outbox SET published_at = now()");
    assertThat(outbox.count("SELECT count(DISTINCT place) FROM requests.outbox")).isOne();
    long first = outbox.count("SELECT max(place) FROM requests.outbox");
    outbox.execute("UPDATE requests.outbox SET published_at = NULL");
    assertThat(outbox.count("SELECT count(*) FROM requests.outbox WHERE place IS NULL"))
        .isEqualTo(2);
    outbox.execute("UPDATE requests.outbox SET published_at = now()");
    assertThat(outbox.count("SELECT min(place) FROM requests.outbox")).isGreaterThan(first);
  }
}
