package disclosure.edge;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * What a request names outside of its body.
 *
 * @param parameters the parameters of its path and query
 * @param headers the headers that its operation reads
 */
record RequestNames(Set<String> parameters, Set<String> headers) {

  /** Of what is read from a body alone, such as a line of a batch. */
  static final RequestNames NONE = new RequestNames(Set.of(), Set.of());

  private static final Map<Method, RequestNames> OF_OPERATIONS = new ConcurrentHashMap<>();

  /** How many values a parameter of the query takes. */
  enum Takes {
    ONE,
    MANY
  }

  /** Those of a request, also of parameters that its operation doesn't know. */
  static RequestNames of(ResourceInfo resource, UriInfo uri) {
    Method method = resource == null ? null : resource.getResourceMethod();
    RequestNames known =
        method == null ? NONE : OF_OPERATIONS.computeIfAbsent(method, RequestNames::of);
    Set<String> parameters = new HashSet<>(known.parameters);
    parameters.addAll(uri.getQueryParameters().keySet());
    return new RequestNames(parameters, known.headers);
  }

  /** The parameters of the query that an operation takes. */
  static Map<String, Takes> query(Method operation) {
    Stream<Map.Entry<String, Takes>> own =
        elements(operation)
            .flatMap(
                element ->
                    named(element, RestQuery.class, RestQuery::value)
                        .or(() -> named(element, QueryParam.class, QueryParam::value))
                        .map(name -> Map.entry(name, takes(element.type())))
                        .stream());
    return Stream.concat(own, ticket(operation))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** A stream is opened with a ticket, too, which was looked at before. */
  private static Stream<Map.Entry<String, Takes>> ticket(Method operation) {
    return operation.getReturnType() == Multi.class
        ? Stream.of(Map.entry(StreamTickets.PARAMETER, Takes.ONE))
        : Stream.empty();
  }

  private static RequestNames of(Method operation) {
    Set<String> parameters = new HashSet<>(query(operation).keySet());
    elements(operation)
        .flatMap(
            element ->
                named(element, RestPath.class, RestPath::value)
                    .or(() -> named(element, PathParam.class, PathParam::value))
                    .stream())
        .forEach(parameters::add);
    Set<String> headers =
        elements(operation)
            .flatMap(
                element ->
                    named(element, RestHeader.class, RestHeader::value)
                        .or(() -> named(element, HeaderParam.class, HeaderParam::value))
                        .stream())
            .collect(Collectors.toUnmodifiableSet());
    return new RequestNames(parameters, headers);
  }

  /** A parameter of a method, or a field of one that holds several. */
  private record Element(String name, Class<?> type, AnnotatedElement annotated) {}

  private static Stream<Element> elements(Method operation) {
    return Arrays.stream(operation.getParameters())
        .flatMap(
            parameter ->
                parameter.isAnnotationPresent(BeanParam.class)
                    ? Arrays.stream(parameter.getType().getDeclaredFields())
                        .map(field -> new Element(field.getName(), field.getType(), field))
                    : Stream.of(new Element(parameter.getName(), parameter.getType(), parameter)));
  }

  private static <A extends Annotation> Optional<String> named(
      Element element, Class<A> annotation, java.util.function.Function<A, String> name) {
    return Optional.ofNullable(element.annotated().getAnnotation(annotation))
        .map(name)
        .map(given -> given.isEmpty() ? element.name() : given);
  }

  private static Takes takes(Class<?> type) {
    return Collection.class.isAssignableFrom(type) ? Takes.MANY : Takes.ONE;
  }
}
