package disclosure.requests.audit;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.TestDatabase;
import disclosure.requests.transaction.Reach;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten entries each of 4, 5, 7 and 8 March, and none of the 6th. */
class AuditDaysIT {

  private static Connection connection;

  @BeforeAll
  static void trail() throws SQLException {
    connection = TestDatabase.create("audit_days").owner().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = requests");
      // The moment of an entry is what the database's clock says, but for this test.
      statement.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER");
      // The day changes at midnight in China, which is four in the afternoon of the eve.
      statement.execute(
          """
          INSERT INTO audit_entry
                 (recorded_at, client_id, action, subject_kind, subject_id, version)
          SELECT TIMESTAMPTZ '2024-03-03 16:00:00Z' + interval '1 day' * (n / 10 + n / 20)
                   + interval '1 minute' * mod(n, 10),
                 'client', 'APPLICATION_REGISTERED', 'APPLICATION', n::text, 1
            FROM generate_series(0, 39) AS series (n) ORDER BY series.n
          """);
    }
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-04, 2024-03-04, 1, 11",
    "2024-03-05, 2024-03-05, 11, 21",
    "2024-03-06, 2024-03-06, 21, 21",
    "2024-03-05, 2024-03-07, 11, 31",
    "2024-03-07, 2024-03-07, 21, 31",
    "2023-01-01, 2024-03-04, 1, 11"
  })
  void days_are_looked_for_among_the_ids_of_their_entries(
      LocalDate from, LocalDate to, long first, long behind) throws SQLException {
    AuditEntries.Wanted exact = within(from, to, 0);
    assertThat(exact.since()).isEqualTo(first);
    assertThat(exact.before()).isEqualTo(behind);
    AuditEntries.Wanted wider = within(from, to, 3);
    assertThat(wider.since()).as("one may lie before its day's first").isEqualTo(first - 3);
    assertThat(wider.before()).as("or behind the next day's").isEqualTo(behind + 3);
  }

  @Test
  void a_day_without_an_end_or_behind_all_has_no_bound_there() throws SQLException {
    assertThat(within(LocalDate.of(2024, 3, 8), LocalDate.of(2024, 3, 31), 3).before())
        .isEqualTo(Long.MAX_VALUE);
    AuditEntries.Wanted none = within(LocalDate.of(2030, 1, 1), LocalDate.of(2030, 1, 1), 3);
    assertThat(none.since()).isEqualTo(Long.MAX_VALUE);
  }

  /** And not from the newest entry down to the days, however long ago they were. */
  @Test
  void no_entry_is_gone_through_that_lies_far_from_the_days() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off");
    }
    List<String> plan =
        within(LocalDate.of(2024, 3, 5), LocalDate.of(2024, 3, 5), 3)
            .select(connection, "EXPLAIN SELECT id")
            .list(String.class);
    assertThat(String.join("\n", plan))
        .containsPattern("Index Cond: .*\\bid < .*")
        .containsPattern("Index Cond: .*\\bid >= .*");
  }

  private static AuditEntries.Wanted within(LocalDate from, LocalDate to, long aside)
      throws SQLException {
    return AuditEntries.within(
        connection,
        new AuditQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(from),
            Optional.of(to),
            Long.MAX_VALUE,
            100),
        Reach.EVERYTHING,
        aside);
  }
}
