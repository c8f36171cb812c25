package disclosure.requests.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.TestDatabase;
import disclosure.requests.personaldata.Cell;
import disclosure.requests.personaldata.KeyRingPace;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What instances know of each other's keys; 1 is the former primary, 2 the one after it. */
class KeyRingReportsIT {

  private static TestDatabase database;

  private Connection connection;

  @BeforeAll
  static void database() {
    database = TestDatabase.create("key_ring_reports");
  }

  @BeforeEach
  void nobody() throws SQLException {
    connection = database.service().getConnection();
    execute("SET search_path = requests");
    execute("DELETE FROM key_ring_report");
    execute("DELETE FROM key_ring_use");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void who_can_encrypt_nothing_leaves_it_to_an_instance_that_can_while_there_is_one()
      throws SQLException {
    assertThat(told(new Encrypting(1, Optional.of(2))).leavesToOthers()).isFalse();
    told(new Encrypting(2, Optional.empty()));
    assertThat(told(new Encrypting(1, Optional.of(2))).leavesToOthers()).isTrue();
    assertThat(told(new Encrypting(1, Optional.of(3))).leavesToOthers()).isFalse();
    assertThat(told(new Encrypting(1, Optional.empty())).leavesToOthers()).isFalse();
    execute("UPDATE key_ring_report SET seen_at = seen_at - interval '2 minutes'");
    assertThat(told(new Encrypting(1, Optional.of(2))).leavesToOthers()).isFalse();
  }

  @Test
  void an_instance_that_had_another_key_is_known_also_when_it_is_gone() throws SQLException {
    Instant before = now();
    KeyRingReports former = told(new Encrypting(1, Optional.empty()));
    execute("DELETE FROM key_ring_report");
    assertThat(former.isAnyBehind(connection, 2)).isFalse();
    assertThat(former.wasAnyBehind(connection, 2, before)).isTrue();
    assertThat(former.wasAnyBehind(connection, 1, before)).isFalse();
    assertThat(former.wasAnyBehind(connection, 2, now())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'',                               false, nobody was heard of",
    "'(2, interval ''30 minutes'')',   true,  ''",
    "'(2, interval ''5 seconds'')',    false, something may be stored under the key still",
    "'(2, interval ''2 hours'')',      false, nobody has come to the key yet",
    "'(2, interval ''2 hours''), (2, interval ''30 minutes'')', true, ''",
    "'(1, interval ''30 minutes''), (2, interval ''30 minutes'')', false, one has the key",
    "'(2, interval ''30 minutes''), (3, interval ''30 minutes'')', false, they differ"
  })
  void an_order_of_an_hour_ago_is_overtaken_when_all_have_gone_on_to_one_other_key(
      String instances, boolean overtaken, String why) throws SQLException {
    if (!instances.isEmpty()) {
      execute(
          "INSERT INTO key_ring_report (instance, primary_key, since, seen_at)"
              + " SELECT gen_random_uuid(), key, clock_timestamp() - ago, clock_timestamp()"
              + " FROM (VALUES "
              + instances
              + ") told (key, ago)");
    }
    String is =
        reports(new Encrypting(2, Optional.empty()))
            .overtaken("1", "(clock_timestamp() - interval '1 hour')");
    assertThat(Sql.of(connection, "SELECT " + is).one(Boolean.class)).as(why).isEqualTo(overtaken);
  }

  /** Another instance, which has told of itself. */
  private KeyRingReports told(PersonalDataCipher cipher) throws SQLException {
    KeyRingReports reports = reports(cipher);
    reports.tell(connection);
    return reports;
  }

  private static KeyRingReports reports(PersonalDataCipher cipher) {
    return new KeyRingReports(cipher, KeyRingPace.of(Duration.ofSeconds(10)));
  }

  private Instant now() throws SQLException {
    return Sql.of(connection, "SELECT clock_timestamp()").one(Instant.class);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** How an instance encrypts; it isn't asked to. */
  private record Encrypting(int primaryKey, Optional<Integer> awaitedPrimary)
      implements PersonalDataCipher {

    @Override
    public byte[] encrypt(byte[] value, Cell cell) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] decrypt(byte[] encrypted, Cell cell) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isCurrent(byte[] encrypted) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] fingerprint(byte[] value, String purpose) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<byte[]> fingerprints(byte[] value, String purpose) {
      throw new UnsupportedOperationException();
    }
  }
}
