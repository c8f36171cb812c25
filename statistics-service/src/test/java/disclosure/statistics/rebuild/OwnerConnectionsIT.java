package disclosure.statistics.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.testing.HungDatabase;
import disclosure.storage.DatabaseWatch;
import disclosure.storage.Sql;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(60)
class OwnerConnectionsIT {

  @Inject CountsOwner login;
  @Inject DatabaseWatch watch;
  @Inject DataSource pool;

  @Test
  void none_waits_for_ever() throws Exception {
    try (OwnerConnections owner = OwnerConnections.open(login, watch);
        Connection migrating = owner.forMigrations().getConnection()) {
      for (Connection connection : new Connection[] {owner.work(), migrating}) {
        assertThat(setting(connection, "lock_timeout")).isEqualTo("10s");
        assertThat(setting(connection, "idle_in_transaction_session_timeout")).isEqualTo("1min");
      }
      assertThat(setting(owner.work(), "statement_timeout")).isEqualTo("3595s");
      assertThat(setting(migrating, "statement_timeout")).isEqualTo("55s");
    }
  }

  @Test
  void whoever_waits_on_any_of_them_is_let_go_with_the_claim_and_opens_no_other() throws Exception {
    try (OwnerConnections owner = OwnerConnections.open(login, watch);
        Connection migrating = owner.forMigrations().getConnection()) {
      CompletableFuture<Void> waiting = waiting(migrating);

      owner.abort();

      assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class);
      assertThatThrownBy(() -> owner.forMigrations().getConnection())
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void whoever_waits_on_any_of_them_is_let_go_when_the_database_hangs() throws Exception {
    try (OwnerConnections owner = OwnerConnections.open(login, watch);
        Connection migrating = owner.forMigrations().getConnection()) {
      CompletableFuture<Void> waiting = waiting(migrating);
      CompletableFuture<Void> working = waiting(owner.work());

      HungDatabase.during(
          () -> {
            assertThatThrownBy(() -> waiting.get(15, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class);
            assertThatThrownBy(() -> working.get(15, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class);
          });
    }
  }

  @Test
  void they_own_the_counts_and_nothing_else_and_the_working_role_owns_nothing() throws Exception {
    try (OwnerConnections owner = OwnerConnections.open(login, watch);
        Connection working = pool.getConnection()) {
      assertThat(owned(owner.work()))
          .contains("application_state", "daily_count_15", "subtree_count")
          .doesNotContain("application_history", "rejected_event", "rebuild", "consumer_position")
          .doesNotContain("flyway_schema_history");
      assertThat(owned(working)).isEmpty();
      assertThatThrownBy(() -> Sql.of(working, "CREATE SCHEMA of_its_own").update())
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> Sql.of(working, "DROP TABLE daily_count").update())
          .hasMessageContaining("must be owner");
      assertThatThrownBy(
              () -> Sql.of(owner.work(), "DROP TABLE statistics.application_history").update())
          .hasMessageContaining("must be owner");
      assertThatThrownBy(
              () -> Sql.of(owner.work(), "DELETE FROM statistics.application_history").update())
          .hasMessageContaining("permission denied");
    }
  }

  private static List<String> owned(Connection connection) throws SQLException {
    return Sql.of(
            connection,
            "SELECT relname FROM pg_class WHERE relnamespace = 'statistics'::regnamespace"
                + " AND relkind IN ('r', 'p') AND relowner = current_user::text::regrole")
        .list(String.class);
  }

  private static CompletableFuture<Void> waiting(Connection connection) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Sql.of(connection, "SELECT pg_sleep(50)").exists();
          } catch (SQLException aborted) {
            throw new IllegalStateException(aborted);
          }
        });
  }

  private static String setting(Connection connection, String name) throws SQLException {
    return Sql.of(connection, "SELECT current_setting(:name)").with("name", name).one(String.class);
  }
}
