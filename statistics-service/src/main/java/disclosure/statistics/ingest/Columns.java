package disclosure.statistics.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
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

  /** Binds the next column; an empty value is an SQL null. */
  void set(String sqlType, Function<T, Object> value) throws SQLException {
    set(sqlType, rows.stream().map(value).toArray(length -> array(sqlType, length)));
  }

  /** The driver sends these as bytes that needn't be parsed, and an array of objects as text. */
  private static Object[] array(String sqlType, int length) {
    return switch (sqlType) {
      case "text" -> new String[length];
      case "bigint" -> new Long[length];
      case "integer" -> new Integer[length];
      case "boolean" -> new Boolean[length];
      default -> new Object[length];
    };
  }

  /** Binds the next column from values in the order of the rows. */
  void set(String sqlType, Object[] values) throws SQLException {
    statement.setArray(next++, connection.createArrayOf(sqlType, values));
  }
}
