package disclosure.edge;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which methods a path can be asked by, as the header Allow says it (RFC 9110, 10.2.1). */
@ApplicationScoped
public class AllowedMethods {

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

  /**
   * A path of the API and one of its methods.
   *
   * @param variables how many parts of the path can be anything
   * @param mediaTypes what a body may be
   */
  private record Route(
      Pattern path, long variables, String method, boolean stream, List<String> mediaTypes) {

    Stream<String> methods() {
      return method.equals(HttpMethod.GET) && !stream
          ? Stream.of(HttpMethod.GET, HttpMethod.HEAD)
          : Stream.of(method);
    }
  }

  private final List<Route> routes;

  AllowedMethods(BeanManager beans) {
    this.routes =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .map(bean -> bean.getBeanClass())
            .filter(type -> type.isAnnotationPresent(Path.class))
            .distinct()
            .flatMap(AllowedMethods::routes)
            .toList();
  }

  /**
   * Those of a path; none where nothing can be asked. Of paths that fit, the one with the fewest
   * variables counts.
   *
   * @param path from the root, as it was asked
   */
  public SortedSet<String> of(String path) {
    List<Route> matching =
        routes.stream().filter(route -> route.path().matcher(path).matches()).toList();
    long fewest = matching.stream().mapToLong(Route::variables).min().orElse(0);
    SortedSet<String> methods = new TreeSet<>();
    matching.stream()
        .filter(route -> route.variables() == fewest)
        .flatMap(Route::methods)
        .forEach(methods::add);
    if (!methods.isEmpty()) {
      methods.add(HttpMethod.OPTIONS);
    }
    return methods;
  }

  /**
   * The types of bodies that a path takes by a method; none where it takes none. Of paths that fit,
   * the one with the fewest variables counts.
   */
  SortedSet<String> mediaTypes(String method, String path) {
    List<Route> matching =
        routes.stream()
            .filter(route -> route.method().equals(method) && route.path().matcher(path).matches())
            .toList();
    long fewest = matching.stream().mapToLong(Route::variables).min().orElse(0);
    SortedSet<String> types = new TreeSet<>();
    matching.stream()
        .filter(route -> route.variables() == fewest)
        .forEach(route -> types.addAll(route.mediaTypes()));
    return types;
  }

  /**
   * Whether a path can be asked, but not so. Where several resources begin with the same words, the
   * framework says of it that there is no such thing.
   */
  boolean lack(String method, String path) {
    SortedSet<String> methods = of(path);
    return !methods.isEmpty() && !methods.contains(method);
  }

  private static Stream<Route> routes(Class<?> resource) {
    return Arrays.stream(resource.getMethods())
        .flatMap(method -> verb(method).map(verb -> route(resource, method, verb)).stream());
  }

  private static Route route(Class<?> resource, Method method, String verb) {
    String path = resource.getAnnotation(Path.class).value();
    if (method.isAnnotationPresent(Path.class)) {
      path += "/" + method.getAnnotation(Path.class).value();
    }
    long variables = VARIABLE.matcher(path).results().count();
    return new Route(
        pattern(path),
        variables,
        verb,
        method.getReturnType() == Multi.class,
        mediaTypes(resource, method));
  }

  private static List<String> mediaTypes(Class<?> resource, Method method) {
    return Optional.ofNullable(method.getAnnotation(Consumes.class))
        .or(() -> Optional.ofNullable(resource.getAnnotation(Consumes.class)))
        .map(taken -> List.of(taken.value()))
        .orElse(List.of());
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  private static Pattern pattern(String path) {
    String one = ("/" + path).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    String words =
        Arrays.stream(VARIABLE.split(one, -1))
            .map(word -> word.isEmpty() ? "" : Pattern.quote(word))
            .reduce((before, after) -> before + "[^/]+" + after)
            .orElse("");
    return Pattern.compile(words + "/?");
  }
}
