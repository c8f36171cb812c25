package disclosure.requests.audit;

import disclosure.requests.Nation;
import disclosure.requests.transaction.Reach;
import disclosure.storage.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The trail of one office, one record or one person is found without reading that of the nation.
 */
class AuditPlansIT {

  private static final Reach OFFICE = new Reach(false, Set.of(Nation.OFFICE));

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
            wanted(OFFICE, Optional.of(new UUID(1, 1).toString()), Optional.empty())
                .select(connection, "EXPLAIN SELECT id"));
  }

  @Test
  void what_was_done_in_an_office() throws SQLException {
    nation.assertGoesBy(
        "audit_entry_of_organ",
        connection ->
            wanted(OFFICE, Optional.empty(), Optional.empty())
                .select(connection, "EXPLAIN SELECT id"));
  }

  /** Also of nobody: then all of the trail would be gone through, to find nothing. */
  @Test
  void what_somebody_did_anywhere() throws SQLException {
    for (String person : List.of("2", "nobody")) {
      nation.assertGoesBy(
          Reach.EVERYTHING,
          "audit_entry_of_person",
          connection ->
              wanted(Reach.EVERYTHING, Optional.empty(), Optional.of(person))
                  .select(connection, "EXPLAIN SELECT id"));
    }
  }

  @Test
  void what_somebody_did_in_an_office() throws SQLException {
    nation.assertGoesBy(
        "audit_entry_of_person|audit_entry_of_organ",
        connection ->
            wanted(OFFICE, Optional.empty(), Optional.of("2"))
                .select(connection, "EXPLAIN SELECT id"));
  }

  @Test
  void where_a_day_begins() throws SQLException {
    nation.assertGoesBy(
        Reach.EVERYTHING,
        "audit_entry_by_moment",
        connection ->
            Sql.of(connection, "EXPLAIN " + AuditEntries.FIRST_SINCE)
                .with("since", Instant.parse("2020-01-01T00:00:00Z")));
  }

  private static AuditEntries.Wanted wanted(
      Reach reach, Optional<String> subject, Optional<String> person) {
    return new AuditEntries.Wanted(
        reach,
        new AuditQuery(
            subject,
            Optional.empty(),
            person,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Long.MAX_VALUE,
            100),
        0,
        Long.MAX_VALUE);
  }
}
