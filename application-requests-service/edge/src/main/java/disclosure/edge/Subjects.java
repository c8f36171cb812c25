package disclosure.edge;

import disclosure.edge.page.WebPages;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;

/**
 * Whose share of the service a request uses up: the client's; on pages, which all people see
 * through one client, the person's; and where nobody has to be known, that of the address that the
 * client asks from.
 */
@ApplicationScoped
class Subjects {

  private final CurrentCaller caller;
  private final WebPages pages;
  private final ClientAddresses addresses;

  Subjects(CurrentCaller caller, WebPages pages, ClientAddresses addresses) {
    this.caller = caller;
    this.pages = pages;
    this.addresses = addresses;
  }

  String of(Method method, RoutingContext request) {
    if (!needsToken(method)) {
      return "address " + addresses.of(request.request());
    }
    return pages.holds(request) ? "person " + caller.get().actor() : "client " + caller.clientId();
  }

  private static boolean needsToken(Method method) {
    return method.isAnnotationPresent(RolesAllowed.class)
        || method.getDeclaringClass().isAnnotationPresent(RolesAllowed.class)
            && method.getAnnotation(jakarta.annotation.security.PermitAll.class) == null;
  }
}
