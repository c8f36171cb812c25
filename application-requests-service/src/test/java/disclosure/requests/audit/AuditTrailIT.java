package disclosure.requests.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import disclosure.edge.Caller;
import disclosure.edge.CallerScope;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDatabase;
import disclosure.requests.contract.OrganCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
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
              TestOrgans.OFFICE,
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

  private static void execute(javax.sql.DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.createStatement().execute(sql);
    }
  }
}
