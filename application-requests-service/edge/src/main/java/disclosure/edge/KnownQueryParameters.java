package disclosure.edge;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the resource doesn't know, that are given twice though they take
 * one value, or that hold the one character that PostgreSQL has no place for.
 */
class KnownQueryParameters {

  private final Map<Method, Map<String, Takes>> names = new ConcurrentHashMap<>();

  private enum Takes {
    ONE,
    MANY;

    static Takes of(Class<?> type) {
      return Collection.class.isAssignableFrom(type) ? MANY : ONE;
    }
  }

  /** Looks at the parameters of the resource method that was chosen for the request. */
  @ServerRequestFilter
  public void check(ResourceInfo resource, UriInfo uri) {
    if (uri.getQueryParameters().isEmpty()) {
      return;
    }
    Map<String, Takes> known =
        names.computeIfAbsent(resource.getResourceMethod(), KnownQueryParameters::names);
    List<Fault> faults = new ArrayList<>();
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!known.containsKey(name)) {
                faults.add(Fault.of(name, "未知查询参数", "is not a known query parameter"));
              } else if (values.size() > 1 && known.get(name) == Takes.ONE) {
                faults.add(Fault.of(name, "查询参数重复出现", "is given more than once"));
              } else if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
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

  private static Map<String, Takes> names(Method resource) {
    return Stream.concat(
            Arrays.stream(resource.getParameters()).flatMap(KnownQueryParameters::names),
            ticket(resource))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A stream is opened with a ticket, too, which was looked at before. */
  private static Stream<Map.Entry<String, Takes>> ticket(Method resource) {
    return resource.getReturnType() == Multi.class
        ? Stream.of(Map.entry(StreamTickets.PARAMETER, Takes.ONE))
        : Stream.empty();
  }

  private static Stream<Map.Entry<String, Takes>> names(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? Arrays.stream(parameter.getType().getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(RestQuery.class))
            .map(field -> Map.entry(field.getName(), Takes.of(field.getType())))
        : name(parameter).map(name -> Map.entry(name, Takes.of(parameter.getType()))).stream();
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
