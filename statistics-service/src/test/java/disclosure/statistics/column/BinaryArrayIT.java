package disclosure.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import disclosure.statistics.ingest.CountingDatabase;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server reads from the bytes what it reads from words. */
class BinaryArrayIT {

  private Connection connection;

  @BeforeEach
  void connect() throws Exception {
    connection = CountingDatabase.empty().asService().getConnection();
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
  }

  @Test
  void uuids() throws Exception {
    UUID one = UUID.fromString("0193a6e0-8f00-7abc-8def-0123456789ab");
    UUID other = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    assertThat(read("uuid", BinaryArray.ofUuids(connection, List.of(one, other))))
        .containsExactly(one.toString(), other.toString());
  }

  @Test
  void dates() throws Exception {
    List<LocalDate> days =
        Arrays.asList(
            LocalDate.of(2000, 1, 1),
            null,
            LocalDate.of(1949, 10, 1),
            LocalDate.of(2024, 2, 29),
            LocalDate.of(9999, 12, 31));

    assertThat(read("date", BinaryArray.ofDates(connection, days)))
        .containsExactly("2000-01-01", null, "1949-10-01", "2024-02-29", "9999-12-31");
  }

  @Test
  void moments() throws Exception {
    List<Instant> moments =
        List.of(
            Instant.parse("2000-01-01T00:00:00Z"),
            Instant.parse("1999-12-31T23:59:59.999999Z"),
            Instant.parse("2026-11-27T15:04:05.123456Z"));

    assertThat(
            read("timestamptz", BinaryArray.ofMoments(connection, moments), "AT TIME ZONE 'UTC'"))
        .containsExactly(
            "2000-01-01 00:00:00", "1999-12-31 23:59:59.999999", "2026-11-27 15:04:05.123456");
  }

  @Test
  void nothing() throws Exception {
    assertThat(read("date", BinaryArray.ofDates(connection, List.of()))).isEmpty();
  }

  @Test
  void what_the_server_can_not_tell_is_an_error_of_the_data() {
    for (LocalDate day : List.of(LocalDate.MAX, LocalDate.MIN, LocalDate.of(5_881_580, 7, 12))) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> read("date", BinaryArray.ofDates(connection, List.of(day))))
          .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("22008"));
    }
    for (Instant moment :
        List.of(Instant.MAX, Instant.MIN, Instant.ofEpochSecond(9_300_000_000_000L))) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> read("timestamptz", BinaryArray.ofMoments(connection, List.of(moment))))
          .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("22008"));
    }
  }

  private List<String> read(String type, Array array) throws SQLException {
    return read(type, array, "");
  }

  private List<String> read(String type, Array array, String shown) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT ARRAY(SELECT (one " + shown + ")::text FROM unnest(?::" + type + "[]) one)")) {
      select.setArray(1, array);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return Arrays.asList((String[]) row.getArray(1).getArray());
      }
    }
  }
}
