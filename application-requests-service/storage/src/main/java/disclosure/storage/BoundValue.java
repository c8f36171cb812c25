package disclosure.storage;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A parameter with the way in which it is bound. Jdbi would look for the way at each statement; and
 * it asks whatever it binds for a text of it, which is never that of the value.
 */
record BoundValue(Object value, Setter setter) implements Argument {

  /** Binds a value. */
  @FunctionalInterface
  interface Setter {
    void set(PreparedStatement statement, int position, Object value) throws SQLException;
  }

  private static final Setter TEXT =
      (statement, position, value) -> statement.setString(position, (String) value);
  private static final Setter AS_IT_IS =
      (statement, position, value) -> statement.setObject(position, value);
  private static final Setter MOMENT =
      (statement, position, value) ->
          statement.setObject(position, ((Instant) value).atOffset(ZoneOffset.UTC));
  private static final Setter ARRAY =
      (statement, position, value) -> statement.setArray(position, (Array) value);

  /** The value as it is bound; what isn't known here is left to Jdbi, and so is null. */
  static Object of(Object value) {
    if (value instanceof String) {
      return new BoundValue(value, TEXT);
    }
    if (value instanceof Enum<?> code) {
      return new BoundValue(code.name(), TEXT);
    }
    if (value instanceof Integer
        || value instanceof Long
        || value instanceof Boolean
        || value instanceof LocalDate
        || value instanceof UUID
        || value instanceof byte[]) {
      return new BoundValue(value, AS_IT_IS);
    }
    if (value instanceof Instant) {
      return new BoundValue(value, MOMENT);
    }
    if (value instanceof Array) {
      return new BoundValue(value, ARRAY);
    }
    return value instanceof Record
        ? OneText.of(value.getClass())
            .<Object>map(text -> new BoundValue(text.text(value), TEXT))
            .orElse(value)
        : value;
  }

  @Override
  public void apply(int position, PreparedStatement statement, StatementContext context)
      throws SQLException {
    setter.set(statement, position, value);
  }

  @Override
  public String toString() {
    return "a value";
  }
}
