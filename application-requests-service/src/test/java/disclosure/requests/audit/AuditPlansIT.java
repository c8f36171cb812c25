package disclosure.requests.audit;

import disclosure.requests.Nation;
import disclosure.requests.transaction.Reach;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The trail of one office or one record is found without reading that of the nation. */
class AuditPlansIT {

  private static Nation nation;

  @BeforeAll
  static void nation() throws SQLException {
    nation = Nation.create("plans_of_audit");
  }

  @Test
  void what_was_done_to_a_record() throws SQLException {
    nation.assertGoesBy(
        "audit_entry_subject",
        connection ->
            wanted(Optional.of(new UUID(1, 1).toString())).select(connection, "EXPLAIN SELECT id"));
  }

  @Test
  void what_was_done_in_an_office() throws SQLException {
    nation.assertGoesBy(
        "audit_entry_of_organ",
        connection -> wanted(Optional.empty()).select(connection, "EXPLAIN SELECT id"));
  }

  private static AuditEntries.Wanted wanted(Optional<String> subject) {
    return new AuditEntries.Wanted(
        new Reach(false, Set.of(Nation.OFFICE)),
        subject,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Long.MAX_VALUE,
        100);
  }
}
