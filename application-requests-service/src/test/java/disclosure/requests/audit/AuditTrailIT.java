package disclosure.requests.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDatabase;
import disclosure.requests.contract.OrganCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTrailIT {

  private static TestDatabase database;

  @BeforeAll
  static void entry() throws SQLException {
    database = TestDatabase.create("audit");
    try (Connection connection = database.service().getConnection()) {
      new AuditTrail(Clock.systemUTC())
          .append(
              connection,
              new Caller("client", new CallerScope(true, Set.of())),
              AuditAction.ORGAN_REGISTERED,
              new OrganCode(TestOrgans.OFFICE),
              1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE requests.audit_entry SET client_id = 'somebody else'",
        "DELETE FROM requests.audit_entry",
        "TRUNCATE requests.audit_entry"
      })
  void neither_the_service_nor_the_owner_can_edit_the_trail(String attempt) {
    assertThatThrownBy(() -> execute(database.service(), attempt))
        .hasMessageContaining("permission denied");
    assertThatThrownBy(() -> execute(database.owner(), attempt))
        .hasMessageContaining("append-only");
  }

  @Test
  void the_server_says_when_an_entry_was_appended() throws SQLException {
    Instant before = Instant.now();
    try (Connection connection = database.service().getConnection()) {
      new AuditTrail(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
          .append(
              connection,
              new Caller("backdating", new CallerScope(true, Set.of())),
              AuditAction.ORGAN_REGISTERED,
              new OrganCode(TestOrgans.OFFICE),
              2);
    }

    try (Connection connection = database.owner().getConnection();
        ResultSet entry =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT recorded_at FROM requests.audit_entry WHERE client_id = 'backdating'")) {
      assertThat(entry.next()).isTrue();
      assertThat(entry.getTimestamp(1).toInstant()).isAfterOrEqualTo(before.minusSeconds(1));
    }
  }

  @Test
  void the_server_says_on_whose_connection_an_entry_was_written() throws SQLException {
    execute(
        database.service(),
        """
        INSERT INTO requests.audit_entry
               (recorded_at, client_id, action, subject_kind, subject_id, version, written_by)
        VALUES (now(), 'somebody-else', 'APPLICANT_READ', 'APPLICATION', 'x', 1, 'register@server')
        """);

    try (Connection connection = database.owner().getConnection();
        ResultSet entry =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT written_by FROM requests.audit_entry"
                        + " WHERE client_id = 'somebody-else'")) {
      assertThat(entry.next()).isTrue();
      assertThat(entry.getString(1)).isEqualTo("audit_service@127.0.0.1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT requests.outbox_keep(0)",
        "SELECT requests.outbox_keep(-1000)",
        "SELECT requests.outbox_keep(NULL)"
      })
  void the_service_can_drop_no_day_of_the_outbox_that_is_being_sent(String attempt) {
    assertThatThrownBy(() -> execute(database.service(), attempt))
        .hasMessageContaining("a day at least");
  }

  private static void execute(javax.sql.DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
