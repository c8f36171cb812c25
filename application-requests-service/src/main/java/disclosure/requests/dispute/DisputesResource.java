package disclosure.requests.dispute;

import disclosure.edge.EntityTags;
import disclosure.edge.IfMatch;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.organ.KnownOrgans;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.transaction.RegisterReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Cases of 行政复议 and 行政诉讼 over HTTP. */
@Path("/disputes")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "disputes")
class DisputesResource {

  private final RecordDispute record;
  private final ReadDisputes read;
  private final Disputes disputes;
  private final KnownOrgans organs;
  private final OrganAccess access;
  private final RegisterReader reader;
  private final Links links;

  DisputesResource(
      RecordDispute record,
      ReadDisputes read,
      Disputes disputes,
      KnownOrgans organs,
      OrganAccess access,
      RegisterReader reader,
      Links links) {
    this.record = record;
    this.read = read;
    this.disputes = disputes;
    this.organs = organs;
    this.access = access;
    this.reader = reader;
    this.links = links;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "recordDispute",
      summary = "Record a case; sent again, it is answered the same")
  @APIResponse(
      responseCode = "201",
      description = "It is recorded",
      content = @Content(schema = @Schema(implementation = Dispute.class)))
  @APIResponse(
      responseCode = "200",
      description = "posted before with the same content: the body of the first answer",
      content = @Content(schema = @Schema(implementation = Dispute.class)))
  public Response post(DisputeRequest request) throws SQLException {
    RecordDispute.Recorded recorded = record.register(request);
    return Response.status(recorded.created() ? 201 : 200)
        .header(HttpHeaders.LOCATION, links.to("/disputes/" + recorded.id()))
        .header(HttpHeaders.ETAG, EntityTags.of(Dispute.FIRST_VERSION))
        .entity(recorded.body())
        .build();
  }

  @PUT
  @Path("/{id}/result")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "recordDisputeResult",
      summary = "Record how a case ended, or correct it",
      description =
          "A result that is recorded already is replaced with If-Match alone, which has the ETag of"
              + " the case, and not by * (412); the first one needs none, and the same once more is"
              + " 200 whatever it says.")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = Dispute.class)))
  public Response result(
      @RestPath String id,
      ResultRequest request,
      @RestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch) {
    return answer(record.close(Parameters.id(id), request, IfMatch.of(ifMatch)));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Role.RECORDER)
  @Operation(operationId = "getDispute", summary = "A case as it stands")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = Dispute.class)))
  public Response get(@RestPath String id) throws SQLException {
    return answer(read.find(Parameters.id(id), access.reach()));
  }

  @GET
  @RolesAllowed(Role.RECORDER)
  @Operation(operationId = "listDisputes", summary = "An organ's cases")
  public DisputePage list(
      @RestQuery Optional<String> organ,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    OrganCode of = Parameters.organCode("organ", organ.orElse(""));
    int size = Parameters.number("limit", limit, 1, 500, 100);
    Optional<UUID> last = Parameters.uuid("after", after);
    if (!access.mayActFor(of) || organs.find(Set.of(of)).isEmpty()) {
      throw Refusal.notFound();
    }
    List<Dispute> found =
        reader.read(access.reach(), connection -> disputes.page(connection, of, last, size + 1));
    if (found.size() <= size) {
      return new DisputePage(found, Optional.empty());
    }
    List<Dispute> items = List.copyOf(found.subList(0, size));
    URI next = links.with(uri, "after", items.get(size - 1).id());
    return new DisputePage(items, Optional.of(next));
  }

  private static Response answer(Dispute dispute) {
    return Response.ok(dispute).header(HttpHeaders.ETAG, EntityTags.of(dispute.version())).build();
  }
}
