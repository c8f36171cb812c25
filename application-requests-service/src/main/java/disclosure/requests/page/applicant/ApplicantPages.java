package disclosure.requests.page.applicant;

import disclosure.edge.Parameters;
import disclosure.edge.Role;
import disclosure.requests.page.PageCaller;
import disclosure.requests.page.Screen;
import disclosure.requests.personaldata.FullApplicant;
import disclosure.requests.privacy.ReadApplicant;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** Who applies, in full: asked by a button alone, audited each time. */
@Path(ApplicantPages.PATH)
@Blocking
@RolesAllowed(Role.RECORDER)
class ApplicantPages {

  static final String PATH = "/register/applications/{id}/applicant";

  /** How many seconds a page that was left open still shows it. */
  private static final int SHOWN = 600;

  private final ReadApplicant applicants;
  private final ReadApplication read;
  private final PageCaller caller;

  ApplicantPages(ReadApplicant applicants, ReadApplication read, PageCaller caller) {
    this.applicants = applicants;
    this.read = read;
    this.caller = caller;
  }

  /** Who comes by an address, as after signing in again, sees the application with nobody named. */
  @GET
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response masked(@RestPath String id) {
    return PageCaller.led(Screen.address(Parameters.id(id)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(PageCaller.HTML)
  @Operation(hidden = true)
  public Response show(@RestPath String id) throws SQLException {
    UUID application = Parameters.id(id);
    StoredApplication stored = read.find(application, caller.reach());
    FullApplicant applicant = applicants.read(application, caller.caller(), caller.reach());
    Response page =
        PageCaller.page(
            200, Templates.applicant(caller.shownName(), ApplicantScreen.of(stored, applicant)));
    return Response.fromResponse(page)
        .header("Refresh", SHOWN + "; url=" + Screen.address(application))
        .build();
  }
}
