package disclosure.requests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an older release stored is kept by the next one's migrations. */
class MigrationIT {

  @Test
  void what_was_posted_stays_with_its_key_and_answer_and_events_stay_in_their_days()
      throws SQLException {
    TestDatabase database = TestDatabase.createAt("migration", "202611250601");
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO requests.application
            (id, version, organ_code, source_client, source_reference, received_on, channel,
             logged_applicant_type, imported, recorded_at, changed_at, applicant_type, status,
             due_provisional, extended)
          SELECT ('01920000-0000-7000-8000-00000000000' || i)::uuid, 1, '111411240123456713', 'c',
                 'r' || i, '2024-03-01', 'ONLINE', 'NATURAL_PERSON', false, now(), now(),
                 'NATURAL_PERSON', 'RECEIVED', false, false
            FROM generate_series(1, 3) i;
          INSERT INTO requests.application_intake
          SELECT 'c', organ_code, source_reference, id, sha256(source_reference::bytea),
                 'answer of ' || source_reference
            FROM requests.application;
          INSERT INTO requests.outbox (topic, key, version, data, recorded_at, published_at)
          VALUES ('t', 'waits', 1, '{}', now(), NULL), ('t', 'sent', 1, '{}', now(), now());
          INSERT INTO requests.audit_entry
            (recorded_at, client_id, action, subject_kind, subject_id, version)
          VALUES (now(), 'c', 'ORGAN_REGISTERED', 'ORGAN', 'x', 1);
          """);
    }

    database.migrate("latest");

    assertThat(
            texts(
                database,
                """
                SELECT source_reference || ': ' || answer || ' ' ||
                       (content_digest = sha256(source_reference::bytea))
                  FROM requests.application ORDER BY id
                """))
        .containsExactly("r1: answer of r1 true", "r2: answer of r2 true", "r3: answer of r3 true");
    assertThat(
            texts(
                database,
                "SELECT key || ' ' || (published_at IS NULL) FROM requests.outbox ORDER BY key"))
        .containsExactly("sent false", "waits true");
    assertThat(
            texts(
                database,
                """
                SELECT count(*)::text FROM pg_indexes
                 WHERE schemaname = 'requests' AND indexname ~ '^outbox_[0-9]{8}_by_key$'
                """))
        .containsExactly("11");
    assertThat(texts(database, "SELECT count(*)::text FROM requests.audit_entry"))
        .containsExactly("1");
  }

  @Test
  void numbers_that_were_sent_with_another_blank_are_written_as_they_are_received_now()
      throws SQLException {
    TestDatabase database = TestDatabase.createAt("blanks", "202611290908");
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO requests.application
            (id, version, organ_code, source_client, source_reference, received_on, channel,
             logged_applicant_type, imported, recorded_at, changed_at, applicant_type, status,
             due_provisional, extended, answer, content_digest)
          SELECT ('01920000-0000-7000-8000-00000000000' || i)::uuid, 1, '111411240123456713', 'c',
                 written, '2024-03-01', 'ONLINE', 'NATURAL_PERSON', false, now(), now(),
                 'NATURAL_PERSON', 'RECEIVED', false, false, 'a', ''
            FROM (VALUES (1, U&'\\00A02024-1\\2003'), (2, U&'\\664B\\00A02024-2'),
                         (3, U&'taken\\00A03'), (4, 'taken 3'),
                         (5, U&'twice\\00A05'), (6, U&'twice\\20035')) AS sent (i, written);
          """);
    }

    database.migrate("latest");

    assertThat(
            texts(
                database,
                """
                SELECT replace(replace(source_reference, U&'\\00A0', '#'), U&'\\2003', '%')
                  FROM requests.application ORDER BY id
                """))
        .containsExactly("2024-1", "晋 2024-2", "taken#3", "taken 3", "twice 5", "twice%5");
  }

  @Test
  void texts_that_were_recorded_after_the_applicant_was_forgotten_are_to_be_forgotten_too()
      throws SQLException {
    TestDatabase database = TestDatabase.createAt("late_texts", "202611291646");
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO requests.application
            (id, version, organ_code, source_client, source_reference, received_on, channel,
             logged_applicant_type, imported, recorded_at, changed_at, applicant_type, status,
             due_provisional, extended, answer, content_digest, anonymized_at, note)
          SELECT ('01920000-0000-7000-8000-00000000000' || i)::uuid, 1, '111411240123456713', 'c',
                 i::text, '2014-03-01', 'ONLINE', 'NATURAL_PERSON', false, now(), now(),
                 'NATURAL_PERSON', 'RECEIVED', false, false, 'a', '', forgotten::timestamptz, note
            FROM (VALUES (1, '2020-01-01Z', NULL), (2, '2020-01-01Z', NULL), (3, NULL, NULL),
                         (4, '2020-01-01Z', '\\x01'::bytea), (5, NULL, '\\x01'))
                 AS stored (i, forgotten, note);
          INSERT INTO requests.application_step
            (application_id, sequence, type, happened_on, content, client_id, recorded_at)
          SELECT ('01920000-0000-7000-8000-00000000000' || i)::uuid, 1, 'VOIDED', '2014-04-01',
                 '{}', 'c', recorded::timestamptz
            FROM (VALUES (1, '2014-04-01Z'), (2, '2021-05-01Z'), (3, '2021-05-01Z'))
                 AS stored (i, recorded);
          """);
    }

    database.migrate("latest");

    assertThat(
            texts(
                database,
                """
                SELECT source_reference || ' ' || coalesce((later_texts_at AT TIME ZONE 'UTC')::date::text, '')
                  FROM requests.application WHERE note IS NULL ORDER BY id
                """))
        .containsExactly("1 ", "2 2021-05-01", "3 ");
    assertThat(
            texts(
                database,
                """
                SELECT source_reference || ' ' || (later_texts_at > now() - interval '1 hour')
                  FROM requests.application WHERE later_texts_at IS NOT NULL AND note IS NOT NULL
                """))
        .containsExactly("4 true");
  }

  private static List<String> texts(TestDatabase database, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = database.owner().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
