package disclosure.edge;

import com.fasterxml.jackson.core.JsonStreamContext;

/** Paths of fields in the form {@code steps[2].outcome}. */
final class Paths {

  private Paths() {}

  static String join(String outer, String inner) {
    if (outer.isEmpty() || inner.isEmpty()) {
      return outer + inner;
    }
    return inner.startsWith("[") ? outer + inner : outer + "." + inner;
  }

  /** The JSON pointer (RFC 6901) of a path. */
  static String pointer(String path) {
    StringBuilder pointer = new StringBuilder();
    for (String step : path.replace("[", ".").replace("]", "").split("\\.")) {
      if (!step.isEmpty()) {
        pointer.append('/').append(escaped(step));
      }
    }
    return pointer.toString();
  }

  /** A name as it stands in a JSON pointer. */
  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Where a JSON reader stands. */
  static String of(JsonStreamContext context) {
    if (context == null || context.inRoot()) {
      return "";
    }
    String outer = of(context.getParent());
    if (context.inArray()) {
      return context.hasCurrentIndex() ? outer + "[" + context.getCurrentIndex() + "]" : outer;
    }
    return context.getCurrentName() == null ? outer : join(outer, context.getCurrentName());
  }
}
