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
