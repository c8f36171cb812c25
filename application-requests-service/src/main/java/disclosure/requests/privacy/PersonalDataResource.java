package disclosure.requests.privacy;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What is to be done with all personal data at once. */
@Tag(name = "personal-data")
@Path("/personal-data/reencryptions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class PersonalDataResource {

  private final Reencrypt reencrypt;
  private final CurrentCaller caller;
  private final Links links;

  PersonalDataResource(Reencrypt reencrypt, CurrentCaller caller, Links links) {
    this.reencrypt = reencrypt;
    this.caller = caller;
    this.links = links;
  }

  @POST
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "orderReencryption",
      summary = "Encrypt everything anew under the primary key, after a rotation")
  @APIResponse(
      responseCode = "202",
      description = "It will be done; Location says where to look",
      content = @Content(schema = @Schema(implementation = Reencryption.class)))
  public Response order() throws SQLException {
    caller.requireEverywhere();
    Reencryption order = reencrypt.order(caller.get());
    return Response.accepted(order)
        .header(HttpHeaders.LOCATION, links.to("/personal-data/reencryptions/" + order.id()))
        .build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "getReencryption",
      summary = "How far an order to encrypt anew is carried out")
  public Reencryption get(@RestPath String id) throws SQLException {
    caller.requireEverywhere();
    return reencrypt.find(Parameters.id(id)).orElseThrow(Refusal::notFound);
  }
}
