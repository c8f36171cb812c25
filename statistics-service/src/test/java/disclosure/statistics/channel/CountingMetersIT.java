package disclosure.statistics.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.edge.testing.Management;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Topic;
import disclosure.statistics.Register;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
class CountingMetersIT {

  @Inject DataSource database;

  @Test
  void tells_how_far_each_partition_is_counted_and_how_old_the_events_were() {
    String organ = TestOrgans.coded("11141124012348301");
    double before = value("matrix_freshness_seconds_count");
    try (Register register = new Register()) {
      register.organ(organ, "某局", Optional.empty());
      register.application(
          Register.application(
              UUID.randomUUID(),
              1,
              organ,
              ApplicantType.NATURAL_PERSON,
              "2024-03-01",
              Optional.empty(),
              Optional.empty()));
    }
    await()
        .untilAsserted(
            () -> {
              assertThat(value("matrix_freshness_seconds_count"))
                  .isGreaterThanOrEqualTo(before + 2);
              assertThat(offsets()).isEqualTo(stored()).isPositive();
            });
    // The age is that of the event, not of the process or of an epoch.
    assertThat(value("matrix_freshness_seconds_max")).isPositive().isLessThan(3600);
  }

  private static double value(String metric) {
    return sum(metric + " ");
  }

  private static double offsets() {
    return sum(
        "matrix_applied_offset{partition=", "topic=\"" + Topic.APPLICATIONS.topicName() + "\"");
  }

  private static double sum(String start, String... parts) {
    return Management.metric(start, parts);
  }

  private double stored() throws SQLException {
    try (Connection connection = database.getConnection();
        ResultSet row =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT sum(next_offset) FROM consumer_position WHERE topic = '"
                        + Topic.APPLICATIONS.topicName()
                        + "'")) {
      row.next();
      return row.getDouble(1);
    }
  }
}
