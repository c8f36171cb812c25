package disclosure.requests.dispute;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.edge.CurrentCaller;
import disclosure.edge.EntityTags;
import disclosure.edge.IfMatch;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Role;
import disclosure.requests.security.OrganAccess;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The steps of a case over HTTP. */
@Path("/disputes/{id}/steps")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "disputes")
class DisputeStepsResource {

  private static final int MAX_PAGE = 500;
  private static final int DEFAULT_PAGE = 100;
  private static final int MAX_SEQUENCE = 999_999_999;

  /**
   * A part of the steps of a case.
   *
   * @param next where the following part is; absent on the last one
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "DisputeStepPage")
  record Recorded(List<DisputeStep> items, Optional<URI> next) {}

  private final AppendDisputeStep append;
  private final ReadDisputes read;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final Links links;

  DisputeStepsResource(
      AppendDisputeStep append,
      ReadDisputes read,
      CurrentCaller caller,
      OrganAccess access,
      Links links) {
    this.append = append;
    this.read = read;
    this.caller = caller;
    this.access = access;
    this.links = links;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "appendDisputeStep",
      summary = "Correct a case, void one entered twice, re-open it, send it back, take it on")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = Dispute.class)))
  public Response post(
      @RestPath String id,
      DisputeStepRequest request,
      @RestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
    Dispute after =
        append.append(
            Parameters.id(id), request, IfMatch.of(ifMatch), caller.get(), access.reach());
    return Response.ok(after).header(HttpHeaders.ETAG, EntityTags.of(after.version())).build();
  }

  @GET
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "listDisputeSteps",
      summary = "What was recorded of a case, each with the case as it stood before")
  public Recorded list(
      @RestPath String id,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    UUID disputeId = Parameters.id(id);
    int size = Parameters.number("limit", limit, 1, MAX_PAGE, DEFAULT_PAGE);
    int last = Parameters.number("after", after, 0, MAX_SEQUENCE, 0);
    List<DisputeStep> found = read.steps(disputeId, last, size + 1, access.reach());
    if (found.size() <= size) {
      return new Recorded(found, Optional.empty());
    }
    List<DisputeStep> items = List.copyOf(found.subList(0, size));
    URI next = links.with(uri, "after", items.get(size - 1).sequence());
    return new Recorded(items, Optional.of(next));
  }
}
