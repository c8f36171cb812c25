package disclosure.storage;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;

/** How values are written to and read from columns, where Jdbi doesn't do it as the rest does. */
final class ColumnTypes {

  private ColumnTypes() {}

  static void register(Jdbi jdbi) {
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
    for (Components.Component component : Components.of(row.getClass())) {
      values.put(component.name(), typed(component.type(), present(component.of(row))));
    }
    return values;
  }

  static Object present(Object value) {
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
    boolean text = type instanceof Class<?> one && (one.isEnum() || OneText.of(one).isPresent());
    Integer known = text ? Integer.valueOf(Types.VARCHAR) : NULLS.get(type);
    if (known == null) {
      return BoundValue.of(value);
    }
    Object bound = text ? text(value) : value;
    return bound == null
        ? new NullArgument(known)
        : (Argument) (position, statement, context) -> statement.setObject(position, bound, known);
  }

  /** The elements of an array of the SQL type. */
  static Object[] elements(String type, Collection<?> elements) {
    Object[] array =
        switch (type) {
          case "text" -> new String[elements.size()];
          case "bytea" -> new byte[elements.size()][];
          default -> new Object[elements.size()];
        };
    int place = 0;
    for (Object element : elements) {
      array[place++] = type.equals("text") ? text(element) : present(element);
    }
    return array;
  }

  private static String text(Object element) {
    Object value = present(element);
    if (value instanceof Enum<?> code) {
      return code.name();
    }
    return value == null
        ? null
        : OneText.of(value.getClass()).map(one -> one.text(value)).orElseGet(value::toString);
  }

  /** Whether the type is that of one column, not of a row. */
  static boolean isOneColumn(Class<?> type) {
    return !type.isRecord() || OneText.of(type).isPresent();
  }

  private static final class OneTextColumns implements ColumnMapperFactory {
    @Override
    public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
      return type instanceof Class<?> value
          ? OneText.of(value).map(OneTextColumns::reader)
          : Optional.empty();
    }

    private static ColumnMapper<?> reader(OneText one) {
      return (row, column, context) -> {
        String text = row.getString(column);
        return text == null ? null : one.value(text);
      };
    }
  }
}
