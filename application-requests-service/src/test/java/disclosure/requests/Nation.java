package disclosure.requests;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RowSecurity;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** A register of many offices, and how PostgreSQL goes about a question about one of them. */
public final class Nation {

  /** An office among the three hundred. */
  public static final OrganCode OFFICE = new OrganCode(RegisterTables.newOrgan());

  private final TestDatabase database;

  private Nation(TestDatabase database) {
    this.database = database;
  }

  /** Thirty thousand applications, a tenth of them open. */
  public static Nation create(String name) throws SQLException {
    TestDatabase database = TestDatabase.create(name);
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = requests");
      statement.execute(
          """
          INSERT INTO organ (code, name, kind, version, recorded_at)
          SELECT code, '某局', 'DEPARTMENT', 1, now()
            FROM (SELECT '%s' AS code
                  UNION ALL SELECT lpad(n::text, 18, '1') FROM generate_series(100, 399) n) codes
          """
              .formatted(OFFICE));
      statement.execute(
          """
          INSERT INTO application
                 (id, version, organ_code, source_client, source_reference, received_on, channel,
                  logged_applicant_type, subject, imported, recorded_at, applicant_type, status,
                  outcome, concluded_on, due_on, due_provisional, extended, changed_at,
                  content_digest, answer, reference_key, name_digest, contact_digest,
                  applicant_fingerprint, request_digest, document_number_key, handler,
                  calculated_version, calculated_by)
          SELECT gen_random_uuid(), 1,
                 CASE WHEN mod(n, 300) = 0 THEN '%s' ELSE lpad((100 + mod(n, 300))::text, 18, '1') END,
                 'client', n, DATE '2014-01-01' + n / 10, 'ONLINE', 'NATURAL_PERSON', md5(n::text),
                 false, now(), 'NATURAL_PERSON', CASE WHEN open THEN 'RECEIVED' ELSE 'CONCLUDED' END,
                 CASE WHEN NOT open THEN 'DISCLOSED' END,
                 CASE WHEN NOT open THEN DATE '2014-01-21' + n / 10 END,
                 CASE WHEN open THEN DATE '2014-01-31' + n / 10 END, false, false, now(),
                 'digest', 'answer', n::text, sha256(n::text::bytea), sha256(n::text::bytea),
                 sha256(n::text::bytea), sha256(n::text::bytea), n::text, (n / 100)::text, 1, 1
            FROM (SELECT n, n > 27000 AS open FROM generate_series(1, 30000) n) numbered
          """
              .formatted(OFFICE));
      statement.execute(
          """
          INSERT INTO audit_entry
                 (recorded_at, client_id, action, subject_kind, subject_id, organ_code, version,
                  person)
          SELECT now(), 'client', 'APPLICATION_REGISTERED', 'APPLICATION', id::text, organ_code, 1,
                 CASE WHEN mod(handler::int, 2) = 0 THEN handler END
            FROM application
          """);
      statement.execute("ANALYZE organ, application, audit_entry");
    }
    return new Nation(database);
  }

  /** A statement that is to be explained. */
  @FunctionalInterface
  public interface Explained {

    /** On a connection that reaches no more than it may. */
    Sql on(Connection connection) throws SQLException;
  }

  /** Finds the plan to go by one office's part of a table, by one of the indexes. */
  public void assertGoesBy(String indexes, Explained explained) throws SQLException {
    assertGoesBy(new Reach(false, Set.of(OFFICE)), indexes, explained);
  }

  /** The same for whoever acts for others. */
  public void assertGoesBy(Reach reach, String indexes, Explained explained) throws SQLException {
    try (Connection connection = database.service().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL search_path = requests");
      }
      RowSecurity.restrict(connection, reach);
      String plan = String.join("\n", explained.on(connection).list(String.class));
      assertThat(plan)
          .containsPattern("(Scan|Scan Backward) (using|on) (" + indexes + ")\\b")
          .doesNotContain("Seq Scan on application", "Seq Scan on audit_entry")
          .doesNotContainPattern("application_by_(clock|receipt|due_date|settling)\\b");
      connection.rollback();
    }
  }
}
