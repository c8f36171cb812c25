package disclosure.edge;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the resource doesn't know, that are given twice, or that hold the
 * one character that PostgreSQL has no place for.
 */
class KnownQueryParameters {

  private final Map<Method, Set<String>> names = new ConcurrentHashMap<>();

  /** Looks at the parameters of the resource method that was chosen for the request. */
  @ServerRequestFilter
  public void check(ResourceInfo resource, UriInfo uri) {
    if (uri.getQueryParameters().isEmpty()) {
      return;
    }
    Set<String> known =
        names.computeIfAbsent(resource.getResourceMethod(), KnownQueryParameters::names);
    List<Fault> faults = new ArrayList<>();
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                faults.add(Fault.of(name, "未知查询参数", "is not a known query parameter"));
              } else if (values.size() > 1) {
                faults.add(Fault.of(name, "查询参数重复出现", "is given more than once"));
              } else if (values.get(0).indexOf('\0') >= 0) {
                faults.add(Fault.of(name, "查询参数含有空字符（U+0000）", "holds the character U+0000"));
              } else if (values.stream().anyMatch(KnownQueryParameters::holdsInvisible)) {
                faults.add(new Fault(name, PlainText.ONE_LINE.form()));
              }
            });
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static boolean holdsInvisible(String value) {
    return PlainText.ONE_LINE.of(value).isEmpty();
  }

  private static Set<String> names(Method resource) {
    return Arrays.stream(resource.getParameters())
        .flatMap(KnownQueryParameters::names)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> names(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? Arrays.stream(parameter.getType().getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(RestQuery.class))
            .map(Field::getName)
        : name(parameter).stream();
  }

  private static Optional<String> name(Parameter parameter) {
    if (parameter.isAnnotationPresent(QueryParam.class)) {
      return Optional.of(parameter.getAnnotation(QueryParam.class).value());
    }
    if (parameter.isAnnotationPresent(RestQuery.class)) {
      String given = parameter.getAnnotation(RestQuery.class).value();
      return Optional.of(given.isEmpty() ? parameter.getName() : given);
    }
    return Optional.empty();
  }
}
