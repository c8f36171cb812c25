package disclosure.requests.organ;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.problem.EntityTags;
import disclosure.requests.problem.Parameters;
import disclosure.requests.problem.Refusal;
import disclosure.requests.security.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The directory of organs over HTTP. */
@Path("/organs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "organs")
class OrgansResource {

  private final Organs organs;
  private final PutOrgan putOrgan;

  OrgansResource(Organs organs, PutOrgan putOrgan) {
    this.organs = organs;
    this.putOrgan = putOrgan;
  }

  @PUT
  @Path("/{organCode}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(summary = "Put an organ into the directory, or change it")
  public Response put(
      @RestPath String organCode,
      OrganRequest request,
      @RestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      UriInfo uri) {
    OrganCode code = Parameters.organCode("organCode", organCode);
    PutOrgan.Result result = putOrgan.put(code, request, EntityTags.version(ifMatch));
    Response.ResponseBuilder answer =
        result.created() ? Response.created(uri.getAbsolutePath()) : Response.ok();
    return answer
        .entity(result.organ())
        .header(HttpHeaders.ETAG, EntityTags.of(result.organ().version()))
        .build();
  }

  @GET
  @Path("/{organCode}")
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(summary = "One organ of the directory")
  public Response get(@RestPath String organCode) {
    OrganView organ =
        organs
            .named(Parameters.organCode("organCode", organCode))
            .map(OrganView::of)
            .orElseThrow(Refusal::notFound);
    return Response.ok(organ).header(HttpHeaders.ETAG, EntityTags.of(organ.version())).build();
  }

  @GET
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(summary = "The directory, by a part of the name or by the organ directly above")
  public OrganPage list(
      @RestQuery Optional<String> name,
      @RestQuery Optional<String> parent,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri) {
    Optional<OrganCode> above = Parameters.organCode("parent", parent);
    String last = Parameters.organCode("after", after).map(OrganCode::value).orElse("");
    int size = Parameters.number("limit", limit, 1, 500, 100);
    List<OrganView> found =
        organs.page(name.orElse(""), above, last, size + 1).stream().map(OrganView::of).toList();
    if (found.size() <= size) {
      return new OrganPage(found, Optional.empty());
    }
    List<OrganView> items = found.subList(0, size);
    URI next =
        uri.getRequestUriBuilder()
            .replaceQueryParam("after", items.get(size - 1).organCode().value())
            .build();
    return new OrganPage(items, Optional.of(next));
  }
}
