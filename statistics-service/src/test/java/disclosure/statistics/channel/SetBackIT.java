package disclosure.statistics.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.statistics.Register;
import disclosure.statistics.Servers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database is set back under a running instance, as when a backup is restored. */
@Tag("slow")
@QuarkusTest
class SetBackIT {

  private static final String ORGAN = TestOrgans.coded("11141124012348302");
  private static final int EARLIER = 200;
  private static final int ROUNDS = 6;
  private static final int IN_A_ROUND = 100;

  @Inject DataSource database;

  @Test
  void what_was_lost_is_counted_again_though_more_was_read_ahead() throws SQLException {
    try (Register register = new Register();
        Connection connection = owner();
        Statement statement = connection.createStatement()) {
      register.organ(ORGAN, "某局", Optional.empty());
      statement.execute("CREATE TEMPORARY TABLE backup AS TABLE consumer_position");
      publish(register, EARLIER);
      await().untilAsserted(() -> assertThat(counted()).isEqualTo(EARLIER));

      // Nothing can be counted while the positions are locked, but more and more is read.
      connection.setAutoCommit(false);
      statement.execute("SELECT FROM consumer_position FOR UPDATE");
      for (int round = 0; round < ROUNDS; round++) {
        publish(register, IN_A_ROUND);
      }
      statement.execute("DELETE FROM daily_count WHERE organ_code = '" + ORGAN + "'");
      statement.execute("DELETE FROM application_state WHERE organ_code = '" + ORGAN + "'");
      statement.execute(
          "UPDATE consumer_position held SET next_offset = backup.next_offset FROM backup"
              + " WHERE held.topic = backup.topic AND held.partition = backup.partition");
      connection.commit();

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(counted()).isEqualTo(EARLIER + ROUNDS * IN_A_ROUND));
    }
  }

  private static void publish(Register register, int applications) {
    IntStream.range(0, applications)
        .forEach(
            number ->
                register.application(
                    Register.application(
                        UUID.randomUUID(),
                        1,
                        ORGAN,
                        ApplicantType.NATURAL_PERSON,
                        "2024-03-01",
                        Optional.empty(),
                        Optional.empty())));
  }

  private static Connection owner() throws SQLException {
    Map<String, String> settings = Servers.running();
    return DriverManager.getConnection(
        settings.get("DATABASE_URL") + "?currentSchema=statistics",
        settings.get("DATABASE_OWNER_USER"),
        settings.get("DATABASE_OWNER_PASSWORD"));
  }

  private int counted() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT coalesce(sum(n), 0) FROM daily_count WHERE organ_code = '" + ORGAN + "'")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
