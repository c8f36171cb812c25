package disclosure.storage;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;

/** How values are written to and read from columns, where Jdbi doesn't do it as the rest does. */
final class ColumnTypes {

  private ColumnTypes() {}

  static void register(Jdbi jdbi) {
    jdbi.registerArgument(new Days());
    jdbi.registerArgument(new Moments());
    jdbi.registerArgument(new OneTextArguments());
    jdbi.registerArgument(new ArrayArguments());
    jdbi.registerColumnMapper(
        LocalDate.class, (row, column, context) -> row.getObject(column, LocalDate.class));
    jdbi.registerColumnMapper(
        Instant.class,
        (row, column, context) ->
            Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null));
    jdbi.registerColumnMapper(new OneTextColumns());
  }

  /** SQL's NULL knows its type, so that a statement is planned once, whatever is absent. */
  private static final Map<Type, Integer> NULLS =
      Map.of(
          String.class, Types.VARCHAR,
          Integer.class, Types.INTEGER,
          Long.class, Types.BIGINT,
          LocalDate.class, Types.DATE,
          byte[].class, Types.VARBINARY);

  /** What a record says, by the names of its components. */
  static Map<String, Object> components(Record row) {
    Map<String, Object> values = new HashMap<>();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      values.put(
          component.getName(), typed(component.getGenericType(), present(value(row, component))));
    }
    return values;
  }

  private static Object present(Object value) {
    return value instanceof Optional<?> optional ? optional.orElse(null) : value;
  }

  /**
   * A value that is bound as its type, present or absent. In a batch, Jdbi binds all rows as it
   * does the first: so they are alike.
   */
  private static Object typed(Type component, Object value) {
    Type type =
        component instanceof ParameterizedType optional && optional.getRawType() == Optional.class
            ? optional.getActualTypeArguments()[0]
            : component;
    boolean text = type instanceof Class<?> one && (one.isEnum() || isOneText(one));
    Integer known = text ? Integer.valueOf(Types.VARCHAR) : NULLS.get(type);
    if (known == null) {
      return value;
    }
    Object bound = text ? text(value) : value;
    return bound == null
        ? new NullArgument(known)
        : (Argument) (position, statement, context) -> statement.setObject(position, bound, known);
  }

  /** The elements of an array of the SQL type. */
  static Object[] elements(String type, Collection<?> elements) {
    return switch (type) {
      case "text" -> elements.stream().map(ColumnTypes::text).toArray(String[]::new);
      case "bytea" -> elements.stream().map(ColumnTypes::present).toArray(byte[][]::new);
      default -> elements.stream().map(ColumnTypes::present).toArray();
    };
  }

  private static String text(Object element) {
    Object value = present(element);
    if (value instanceof Enum<?> code) {
      return code.name();
    }
    return value == null
        ? null
        : isOneText(value.getClass())
            ? (String) value(value, value.getClass().getRecordComponents()[0])
            : value.toString();
  }

  /** What makes a record, also where it is nobody else's business. */
  static Constructor<?> constructor(Class<?> type) {
    Class<?>[] types =
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalArgumentException(type + " is no record", impossible);
    }
  }

  private static Object value(Object row, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalArgumentException("the value can't be read", hidden);
    }
  }

  /** Whether the type is that of one column, not of a row. */
  static boolean isOneColumn(Class<?> type) {
    return !type.isRecord() || isOneText(type);
  }

  private static boolean isOneText(Class<?> type) {
    RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : null;
    return components != null && components.length == 1 && components[0].getType() == String.class;
  }

  private static final class Days extends AbstractArgumentFactory<LocalDate> {
    Days() {
      super(Types.DATE);
    }

    @Override
    protected Argument build(LocalDate day, ConfigRegistry config) {
      return (position, statement, context) -> statement.setObject(position, day);
    }
  }

  private static final class Moments extends AbstractArgumentFactory<Instant> {
    Moments() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant moment, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, moment.atOffset(ZoneOffset.UTC));
    }
  }

  private static final class OneTextArguments implements ArgumentFactory {
    @Override
    public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
      if (value == null || !isOneText(value.getClass())) {
        return Optional.empty();
      }
      String text = (String) value(value, value.getClass().getRecordComponents()[0]);
      return Optional.of((position, statement, context) -> statement.setString(position, text));
    }
  }

  private static final class ArrayArguments implements ArgumentFactory {
    @Override
    public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
      return value instanceof Array array
          ? Optional.of((position, statement, context) -> statement.setArray(position, array))
          : Optional.empty();
    }
  }

  private static final class OneTextColumns implements ColumnMapperFactory {
    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
      return type instanceof Class<?> value && isOneText(value)
          ? Optional.of((row, column, context) -> value(value, row, column))
          : Optional.empty();
    }

    private static Object value(Class<?> type, ResultSet row, int column) throws SQLException {
      String text = row.getString(column);
      if (text == null) {
        return null;
      }
      try {
        return constructor(type).newInstance(text);
      } catch (ReflectiveOperationException refused) {
        // The value itself may be personal.
        throw new SQLException("a column holds no " + type.getSimpleName());
      }
    }
  }
}
