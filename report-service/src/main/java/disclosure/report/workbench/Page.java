package disclosure.report.workbench;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Role;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Who looks at a page, and how one is answered. */
@RequestScoped
public class Page {

  /** What a page is. */
  public static final String HTML = "text/html;charset=UTF-8";

  /** The field that says which version was seen. */
  public static final String SEEN = "seen";

  /** The path of a report. */
  public static final String REPORT = Place.HOME + "/{organCode: [0-9A-Z]{18}}/{year: [0-9]{4}}";

  private final CurrentCaller caller;

  Page(CurrentCaller caller) {
    this.caller = caller;
  }

  /** As he is named at the top of a page. */
  public String person() {
    return caller.shownName();
  }

  /** Whether the caller may write and submit. */
  public boolean writes() {
    return caller.roles().contains(Role.EDITOR);
  }

  /** Whether the caller may give back and publish. */
  public boolean publishes() {
    return caller.roles().contains(Role.PUBLISHER);
  }

  /** Whether the caller may have reports examined that were published. */
  public boolean examines() {
    return writes() || publishes() || caller.roles().contains(Role.ANALYST);
  }

  DeskPages.Reader reader() {
    return new DeskPages.Reader(writes(), publishes());
  }

  /** A page with its status. */
  public static Response answer(int status, TemplateInstance page) {
    return Response.status(status).type(HTML).entity(page.render()).build();
  }

  /** Where the browser goes on after something was done. */
  public static Response led(String address) {
    return Response.status(303).header(HttpHeaders.LOCATION, address).build();
  }
}
