package disclosure.edge;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the resource doesn't know, that are given twice though they take
 * one value, or that hold the one character that PostgreSQL has no place for.
 */
class KnownQueryParameters {

  private final Map<Method, Map<String, RequestNames.Takes>> names = new ConcurrentHashMap<>();

  /** Looks at the parameters of the resource method that was chosen for the request. */
  @ServerRequestFilter
  public void check(ResourceInfo resource, UriInfo uri) {
    if (uri.getQueryParameters().isEmpty()) {
      return;
    }
    Map<String, RequestNames.Takes> known =
        names.computeIfAbsent(resource.getResourceMethod(), RequestNames::query);
    List<Fault> faults = new ArrayList<>();
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (!known.containsKey(name)) {
                faults.add(InputFault.UNKNOWN_PARAMETER.at(name));
              } else if (values.size() > 1 && known.get(name) == RequestNames.Takes.ONE) {
                faults.add(InputFault.REPEATED_PARAMETER.at(name));
              } else if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                faults.add(InputFault.NUL_CHARACTER.at(name));
              } else if (values.stream().anyMatch(KnownQueryParameters::holdsInvisible)) {
                faults.add(InputFault.NOT_ONE_LINE.at(name));
              }
            });
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }

  private static boolean holdsInvisible(String value) {
    return PlainText.ONE_LINE.of(value).isEmpty();
  }
}
