package disclosure.storage;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.util.Optional;

/** Records of one text, such as an organ's code, which are a text in the database. */
final class OneText {

  /** Reflection makes what it tells anew each time, and values are many. */
  private static final ClassValue<Optional<OneText>> KNOWN =
      new ClassValue<>() {
        @Override
        protected Optional<OneText> computeValue(Class<?> type) {
          RecordComponent[] components =
              type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
          return components.length == 1 && components[0].getType() == String.class
              ? Optional.of(new OneText(type, components[0].getAccessor()))
              : Optional.empty();
        }
      };

  private final Class<?> type;
  private final Method accessor;
  private final Constructor<?> constructor;

  private OneText(Class<?> type, Method accessor) {
    this.type = type;
    this.accessor = accessor;
    this.accessor.setAccessible(true);
    this.constructor = Components.constructor(type);
  }

  /** Empty for another type. */
  static Optional<OneText> of(Class<?> type) {
    return KNOWN.get(type);
  }

  /** The text of a value. */
  String text(Object value) {
    return (String) Components.read(accessor, value);
  }

  /**
   * The value of a text.
   *
   * @throws SQLException when there is none; it doesn't tell the text, which may be personal
   */
  Object value(String text) throws SQLException {
    try {
      return constructor.newInstance(text);
    } catch (ReflectiveOperationException refused) {
      throw new SQLException("a column holds no " + type.getSimpleName());
    }
  }
}
