package disclosure.statistics.ingest;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Binds rows column by column, each as one array, for statements that unnest them. */
final class Columns<T> {

  private final Connection connection;
  private final PreparedStatement statement;
  private final List<T> rows;
  private int next = 1;

  Columns(Connection connection, PreparedStatement statement, List<T> rows) {
    this.connection = connection;
    this.statement = statement;
    this.rows = rows;
  }

  void uuids(Function<T, UUID> value) throws SQLException {
    bind(BinaryArray.ofUuids(connection, rows.stream().map(value).toList()));
  }

  void dates(Function<T, LocalDate> value) throws SQLException {
    bind(BinaryArray.ofDates(connection, rows.stream().map(value).toList()));
  }

  void datesIfAny(Function<T, Optional<LocalDate>> value) throws SQLException {
    List<LocalDate> dates = new ArrayList<>(rows.size());
    rows.forEach(row -> dates.add(value.apply(row).orElse(null)));
    bind(BinaryArray.ofDates(connection, dates));
  }

  void moments(Function<T, Instant> value) throws SQLException {
    bind(BinaryArray.ofMoments(connection, rows.stream().map(value).toList()));
  }

  /** Binds the next column; a null is an SQL null. */
  void set(String sqlType, Function<T, Object> value) throws SQLException {
    set(sqlType, rows.stream().map(value).toArray(length -> array(sqlType, length)));
  }

  /** The driver sends these as bytes that needn't be parsed, and an array of objects as text. */
  private static Object[] array(String sqlType, int length) {
    return switch (sqlType) {
      case "text" -> new String[length];
      case "bigint" -> new Long[length];
      case "integer" -> new Integer[length];
      case "smallint" -> new Short[length];
      case "boolean" -> new Boolean[length];
      default -> new Object[length];
    };
  }

  /** Binds the next column from values in the order of the rows. */
  void set(String sqlType, Object[] values) throws SQLException {
    bind(connection.createArrayOf(sqlType, values));
  }

  private void bind(Array array) throws SQLException {
    statement.setArray(next++, array);
  }
}
