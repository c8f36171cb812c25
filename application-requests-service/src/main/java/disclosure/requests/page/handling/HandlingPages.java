package disclosure.requests.page.handling;

import disclosure.edge.IfMatch;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.StrictJson;
import disclosure.edge.page.PostedForm;
import disclosure.requests.handling.HandleApplication;
import disclosure.requests.handling.Handling;
import disclosure.requests.page.PageCaller;
import disclosure.requests.page.Screen;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Who handles an application, and what is noted of it: seen and replaced. */
@Path(Screen.PATH + "/applications/{id}/handling")
@Blocking
@RolesAllowed(Role.RECORDER)
class HandlingPages {

  private final HandleApplication handle;
  private final StrictJson reader;
  private final PageCaller caller;

  HandlingPages(HandleApplication handle, StrictJson reader, PageCaller caller) {
    this.handle = handle;
    this.reader = reader;
    this.caller = caller;
  }

  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response form(@RestPath String id) throws SQLException {
    UUID application = Parameters.id(id);
    return answer(
        200,
        HandlingForm.of(Screen.address(application), caller.person(), handle.read(application)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response replace(@RestPath String id, String body) throws SQLException {
    PostedForm form = PostedForm.of(body);
    UUID application = Parameters.id(id);
    String address = Screen.address(application);
    try {
      handle.replace(
          application,
          reader.read(HandlingForm.json(form), Handling.class),
          IfMatch.of(form.first(HandlingForm.SEEN).or(() -> Optional.of(""))));
      return PageCaller.led(address + "?done=true");
    } catch (Refusal refusal) {
      return switch (refusal.status()) {
        case 400 ->
            answer(
                400,
                HandlingForm.wrong(
                    address, caller.person(), form, handle.read(application), refusal.faults()));
        case 412 ->
            answer(
                412,
                HandlingForm.changed(address, caller.person(), form, handle.read(application)));
        default -> throw refusal;
      };
    }
  }

  private Response answer(int status, HandlingForm form) {
    return PageCaller.page(status, Templates.handling(caller.shownName(), form));
  }
}
