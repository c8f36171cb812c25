package disclosure.requests.page.parked;

import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.edge.job.ParkedWork;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.outbox.ParkedKeys;
import disclosure.requests.page.PageCaller;
import disclosure.requests.page.Screen;
import disclosure.requests.page.administration.Administration;
import disclosure.requests.page.administration.Part;
import disclosure.storage.job.ParkedPiece;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What was given up: seen, and tried again. */
@Path(Screen.PATH + "/parked")
@Blocking
@RolesAllowed(Role.ADMINISTRATOR)
class ParkedPages {

  private static final int ROWS = 50;
  private static final String TOLD = "?told=";

  private final ParkedWork work;
  private final ParkedKeys keys;
  private final PageCaller caller;
  private final Administration administration;

  ParkedPages(ParkedWork work, ParkedKeys keys, PageCaller caller, Administration administration) {
    this.work = work;
    this.keys = keys;
    this.caller = caller;
    this.administration = administration;
  }

  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response parked(@RestQuery Optional<String> after, @RestQuery Optional<String> told)
      throws SQLException {
    if (after.filter(id -> !ParkedWork.isNumber(id)).isPresent()) {
      throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at(ParkedScreen.AFTER));
    }
    List<ParkedPiece> found = work.list(after.map(Long::valueOf).orElse(0L), ROWS + 1);
    return PageCaller.page(
        200,
        Templates.parked(
            caller.shownName(),
            ParkedScreen.of(
                administration.menu(Part.PARKED),
                told.map(ParkedPages::notice).orElse(""),
                found.subList(0, Math.min(ROWS, found.size())),
                found.size() > ROWS,
                keys.list())));
  }

  @POST
  @Path("/pieces/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response retry(@RestPath String id) throws SQLException {
    return told(() -> work.retry(id));
  }

  @POST
  @Path("/keys")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response release(String body) throws SQLException {
    PostedForm form = PostedForm.of(body);
    return told(() -> keys.release(form.first("topic").orElse(""), form.first("key").orElse("")));
  }

  @FunctionalInterface
  private interface Retry {
    void run() throws SQLException;
  }

  /** What somebody else had tried again meanwhile isn't there any more: then that is told. */
  private static Response told(Retry retry) throws SQLException {
    try {
      retry.run();
      return PageCaller.led(Part.PARKED.address() + TOLD + "retried");
    } catch (Refusal refusal) {
      if (refusal.status() != 404) {
        throw refusal;
      }
      return PageCaller.led(Part.PARKED.address() + TOLD + "gone");
    }
  }

  private static String notice(String told) {
    return switch (told) {
      case "retried" -> Wording.of("正在重试。仍然办不成的，会再次列在这里。");
      case "gone" -> Wording.of("这一项已经由他人重试，或者已经办成，不再列在这里。");
      default -> "";
    };
  }
}
