package disclosure.acceptance.deployment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The fields of a manifest that its Kubernetes type does not have. The model's classes put these
 * aside in a map instead of refusing them.
 */
final class UnknownFields {

  private UnknownFields() {}

  static List<String> in(Object model) throws IllegalAccessException, InvocationTargetException {
    List<String> unknown = new ArrayList<>();
    collect(model, model.getClass().getSimpleName(), unknown);
    return unknown;
  }

  private static void collect(Object value, String path, List<String> unknown)
      throws IllegalAccessException, InvocationTargetException {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), path + "[" + i + "]", unknown);
      }
    } else if (value != null
        && value.getClass().getName().matches("io\\.(fabric8\\.kubernetes|strimzi\\.api)\\..*")) {
      for (Method getter : value.getClass().getMethods()) {
        if (getter.getName().equals("getAdditionalProperties")) {
          ((Map<?, ?>) getter.invoke(value))
              .keySet()
              .forEach(name -> unknown.add(path + "." + name));
        } else if (getter.getName().startsWith("get") && getter.getParameterCount() == 0) {
          collect(getter.invoke(value), path + "." + getter.getName().substring(3), unknown);
        }
      }
    }
  }
}
