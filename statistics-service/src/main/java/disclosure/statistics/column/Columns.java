package disclosure.statistics.column;

import disclosure.storage.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Gives a statement that unnests rows their columns, each as one array and by its name. */
public final class Columns<T> {

  private final Connection connection;
  private final Sql statement;
  private final List<T> rows;

  /** No column is given yet. */
  public Columns(Connection connection, String statement, List<T> rows) {
    this.connection = connection;
    this.statement = Sql.of(connection, statement);
    this.rows = rows;
  }

  /** The statement, which has what it was given. */
  public Sql statement() {
    return statement;
  }

  /** Gives a column. */
  public Columns<T> uuids(String name, Function<T, UUID> value) throws SQLException {
    return with(name, BinaryArray.ofUuids(connection, rows.stream().map(value).toList()));
  }

  /** Gives a column. */
  public Columns<T> dates(String name, Function<T, LocalDate> value) throws SQLException {
    return with(name, BinaryArray.ofDates(connection, rows.stream().map(value).toList()));
  }

  /** Gives a column, in which an absent day is an SQL null. */
  public Columns<T> datesIfAny(String name, Function<T, Optional<LocalDate>> value)
      throws SQLException {
    List<LocalDate> dates = new ArrayList<>(rows.size());
    rows.forEach(row -> dates.add(value.apply(row).orElse(null)));
    return with(name, BinaryArray.ofDates(connection, dates));
  }

  /** Gives a column. */
  public Columns<T> moments(String name, Function<T, Instant> value) throws SQLException {
    return with(name, BinaryArray.ofMoments(connection, rows.stream().map(value).toList()));
  }

  /** Gives a column; a null is an SQL null. */
  public Columns<T> set(String name, String sqlType, Function<T, Object> value)
      throws SQLException {
    return set(name, sqlType, rows.stream().map(value).toArray(length -> array(sqlType, length)));
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

  /** Gives a column from values in the order of the rows. */
  public Columns<T> set(String name, String sqlType, Object[] values) throws SQLException {
    return with(name, connection.createArrayOf(sqlType, values));
  }

  private Columns<T> with(String name, Array array) {
    statement.with(name, array);
    return this;
  }
}
