package disclosure.storage;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;

/** The components of a kind of record, also where it is nobody else's business. */
final class Components {

  /** Reflection makes what it tells anew each time. */
  private static final ClassValue<List<Component>> KNOWN =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
          return Stream.of(type.getRecordComponents()).map(Components::component).toList();
        }
      };

  private Components() {}

  /** One of them, by its name in Java. */
  record Component(String name, Type type, Method accessor) {

    Object of(Object row) {
      return read(accessor, row);
    }
  }

  static List<Component> of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static Component component(RecordComponent component) {
    Method accessor = component.getAccessor();
    accessor.setAccessible(true);
    return new Component(component.getName(), component.getGenericType(), accessor);
  }

  static Object read(Method accessor, Object row) {
    try {
      return accessor.invoke(row);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalArgumentException("the value can't be read", hidden);
    }
  }

  /** What makes a record. */
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
}
