package disclosure.storage;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Makes records of rows, by the columns' names: {@code due_on} is {@code dueOn}. How a component is
 * read is looked for once, where Jdbi's own would do so at each statement.
 */
final class RecordReader<T> implements RowMapper<T> {

  private static final int NOBODYS = -1;

  private final Constructor<T> constructor;
  private final List<Components.Component> components;
  private final List<ColumnMapper<?>> readers;

  /** Which component a column is, by its label. */
  private final Map<String, Integer> labels = new ConcurrentHashMap<>();

  /**
   * Of one kind of record.
   *
   * @param readers how each of its components is read
   */
  RecordReader(
      Constructor<T> constructor,
      List<Components.Component> components,
      List<ColumnMapper<?>> readers) {
    this.constructor = constructor;
    this.components = components;
    this.readers = readers;
  }

  @Override
  public T map(ResultSet row, StatementContext context) throws SQLException {
    return specialize(row, context).map(row, context);
  }

  @Override
  public RowMapper<T> specialize(ResultSet rows, StatementContext context) throws SQLException {
    int[] columns = columns(rows.getMetaData());
    return (row, ignored) -> {
      Object[] values = new Object[columns.length];
      for (int i = 0; i < columns.length; i++) {
        values[i] = readers.get(i).map(row, columns[i], context);
      }
      return made(values);
    };
  }

  /** The column of each component. */
  private int[] columns(ResultSetMetaData result) throws SQLException {
    int[] columns = new int[components.size()];
    for (int column = 1; column <= result.getColumnCount(); column++) {
      int component = labels.computeIfAbsent(result.getColumnLabel(column), this::component);
      if (component != NOBODYS && columns[component] == 0) {
        columns[component] = column;
      }
    }
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] == 0) {
        throw new SQLException("no column is " + components.get(i).name());
      }
    }
    return columns;
  }

  private int component(String label) {
    String plain = plain(label);
    for (int i = 0; i < components.size(); i++) {
      if (plain(components.get(i).name()).equals(plain)) {
        return i;
      }
    }
    return NOBODYS;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private T made(Object... values) throws SQLException {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new SQLException("a row is no " + constructor.getDeclaringClass().getSimpleName());
    } catch (ReflectiveOperationException mismatch) {
      throw new SQLException("a row is no record", mismatch);
    }
  }
}
