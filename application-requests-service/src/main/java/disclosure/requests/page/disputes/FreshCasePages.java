package disclosure.requests.page.disputes;

import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.edge.page.PostedForm;
import disclosure.requests.dispute.DisputeRequest;
import disclosure.requests.dispute.RecordDispute;
import disclosure.requests.page.PageCaller;
import disclosure.requests.page.Screen;
import disclosure.requests.store.ReadApplication;
import disclosure.requests.store.StoredApplication;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** A new case about an application. */
@Path("/register/applications/{id}/disputes")
@Blocking
@RolesAllowed(Role.RECORDER)
class FreshCasePages {

  private final RecordDispute record;
  private final ReadApplication read;
  private final StrictJson reader;
  private final PageCaller caller;

  FreshCasePages(RecordDispute record, ReadApplication read, StrictJson reader, PageCaller caller) {
    this.record = record;
    this.read = read;
    this.reader = reader;
    this.caller = caller;
  }

  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response form(@RestPath String id) throws SQLException {
    StoredApplication stored = stored(id);
    return answer(
        200, FreshCase.of(stored, FreshCase.prefilled(stored), caller.organs(), List.of()));
  }

  /** Sent again as it was, it is recorded once: its number is its key. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response post(@RestPath String id, String body) throws SQLException {
    PostedForm form = PostedForm.of(body);
    StoredApplication stored = stored(id);
    try {
      record.register(reader.read(FreshCase.json(stored, form), DisputeRequest.class));
      return PageCaller.led(Screen.address(stored.id()) + "?done=true");
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400, 403, 409, 422 ->
            answer(
                refusal.status(),
                FreshCase.of(stored, form::all, caller.organs(), refusal.faults()));
        default -> throw refusal;
      };
    }
  }

  private StoredApplication stored(String id) throws SQLException {
    return read.find(Parameters.id(id), caller.reach());
  }

  private Response answer(int status, FreshCase screen) {
    return PageCaller.page(status, Templates.freshdispute(caller.shownName(), screen));
  }
}
