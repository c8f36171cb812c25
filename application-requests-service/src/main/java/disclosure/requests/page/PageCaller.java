package disclosure.requests.page;

import disclosure.edge.Caller;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.requests.organ.OrganNames;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.store.Recorder;
import disclosure.requests.transaction.Reach;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Who looks at a page, and what all pages ask of him. */
@RequestScoped
public class PageCaller {

  /** What a page is. */
  public static final String HTML = "text/html;charset=UTF-8";

  /** More than can be looked through. */
  private static final int MOST_ORGANS = 300;

  private final CurrentCaller caller;
  private final OrganAccess access;
  private final OrganNames names;
  private final Clock clock;

  PageCaller(CurrentCaller caller, OrganAccess access, OrganNames names, Clock clock) {
    this.caller = caller;
    this.access = access;
    this.names = names;
    this.clock = clock;
  }

  /** As he is named at the top of a page. */
  public String shownName() {
    return caller.shownName();
  }

  /** As he is stored where he records something, and by which he handles it. */
  public String person() {
    Caller known = caller.get();
    return known.person().orElse(known.clientId());
  }

  /** By his session. */
  public Caller caller() {
    return caller.get();
  }

  /** Whose records he may see. */
  public Reach reach() {
    return access.reach();
  }

  Recorder recorder() {
    return new Recorder(caller.get(), access.reach(), now());
  }

  /** By the clock of the service. */
  public Instant now() {
    return clock.instant();
  }

  /** Those that he acts for; one more than can be chosen from when there are more. */
  public List<Named> organs() throws SQLException {
    return names.of(access.reach(), MOST_ORGANS + 1);
  }

  /** Whether nobody can choose among those that he acts for: then one is written. */
  public static boolean areTooMany(List<Named> organs) {
    return organs.size() > MOST_ORGANS;
  }

  /** Whether the form was sent before, with something else filled in. */
  static boolean wasSent(Refusal refusal) {
    return refusal.faults().stream().anyMatch(fault -> fault.field().equals("Idempotency-Key"));
  }

  /** The page with its status. */
  public static Response page(int status, TemplateInstance page) {
    return Response.status(status).type(HTML).entity(page.render()).build();
  }

  /** Where the browser goes on after something was done. */
  public static Response led(String address) {
    return Response.status(303).header(HttpHeaders.LOCATION, address).build();
  }
}
