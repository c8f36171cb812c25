package disclosure.statistics.column;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * Arrays in PostgreSQL's binary form, of types that the driver would put into words, which the
 * server would have to read again. A null is an SQL null.
 */
public final class BinaryArray {

  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
  private static final long FIRST_SECOND = 946_684_800L;
  private static final int NULL = -1;

  private BinaryArray() {}

  private interface Element<T> {
    void put(ByteBuffer bytes, T value) throws SQLException;
  }

  /** An array of ids. */
  public static Array ofUuids(Connection connection, List<UUID> values) throws SQLException {
    return of(
        connection,
        Oid.UUID,
        Oid.UUID_ARRAY,
        16,
        values,
        (bytes, value) ->
            bytes.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits()));
  }

  /**
   * An array of dates.
   *
   * @throws SQLDataException when a day is further away than PostgreSQL can tell
   */
  static Array ofDates(Connection connection, List<LocalDate> values) throws SQLException {
    return of(
        connection,
        Oid.DATE,
        Oid.DATE_ARRAY,
        Integer.BYTES,
        values,
        (bytes, value) -> {
          long day = value.toEpochDay() - FIRST_DAY.toEpochDay();
          // The largest and the smallest number mean infinity.
          if (Math.abs(day) >= Integer.MAX_VALUE) {
            throw outOfRange("date");
          }
          bytes.putInt((int) day);
        });
  }

  /**
   * An array of moments, to the microsecond.
   *
   * @throws SQLDataException when a moment is further away than PostgreSQL can tell
   */
  static Array ofMoments(Connection connection, List<Instant> values) throws SQLException {
    return of(
        connection,
        Oid.TIMESTAMPTZ,
        Oid.TIMESTAMPTZ_ARRAY,
        Long.BYTES,
        values,
        (bytes, value) -> {
          long second = value.getEpochSecond() - FIRST_SECOND;
          if (Math.abs(second) > Long.MAX_VALUE / 2_000_000) {
            throw outOfRange("timestamp");
          }
          bytes.putLong(second * 1_000_000 + value.getNano() / 1_000);
        });
  }

  private static <T> Array of(
      Connection connection,
      int type,
      int arrayType,
      int length,
      List<T> values,
      Element<T> element)
      throws SQLException {
    boolean isAnyNull = values.stream().anyMatch(value -> value == null);
    ByteBuffer bytes = ByteBuffer.allocate(5 * Integer.BYTES + values.size() * (4 + length));
    bytes.putInt(values.isEmpty() ? 0 : 1).putInt(isAnyNull ? 1 : 0).putInt(type);
    if (!values.isEmpty()) {
      bytes.putInt(values.size()).putInt(1);
    }
    for (T value : values) {
      if (value == null) {
        bytes.putInt(NULL);
      } else {
        bytes.putInt(length);
        element.put(bytes, value);
      }
    }
    byte[] written = new byte[bytes.position()];
    bytes.flip().get(written);
    return new PgArray(connection.unwrap(BaseConnection.class), arrayType, written);
  }

  private static SQLDataException outOfRange(String type) {
    return new SQLDataException(type + " out of range", "22008");
  }
}
