package disclosure.requests.organ;

import disclosure.edge.EntityTags;
import disclosure.edge.IfMatch;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
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
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
  private final OrganVersions versions;
  private final PutOrgan putOrgan;
  private final Links links;

  OrgansResource(Organs organs, OrganVersions versions, PutOrgan putOrgan, Links links) {
    this.organs = organs;
    this.versions = versions;
    this.putOrgan = putOrgan;
    this.links = links;
  }

  @PUT
  @Path("/{organCode}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(operationId = "putOrgan", summary = "Put an organ into the directory, or change it")
  @APIResponse(
      responseCode = "201",
      description = "It is new in the directory",
      content = @Content(schema = @Schema(implementation = OrganView.class)))
  @APIResponse(
      responseCode = "200",
      description = "It was changed, or already was so",
      content = @Content(schema = @Schema(implementation = OrganView.class)))
  public Response put(
      @RestPath String organCode,
      OrganRequest request,
      @RestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      UriInfo uri) {
    OrganCode code = Parameters.organCode("organCode", organCode);
    PutOrgan.Result result = putOrgan.put(code, request, IfMatch.of(ifMatch));
    Response.ResponseBuilder answer =
        result.created()
            ? Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, links.toSelf(uri))
            : Response.ok();
    return answer
        .entity(result.organ())
        .header(HttpHeaders.ETAG, EntityTags.of(result.organ().version()))
        .build();
  }

  @GET
  @Path("/{organCode}")
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "getOrgan",
      summary = "One organ of the directory, also as it was on a day")
  @APIResponse(
      responseCode = "200",
      description = "The organ",
      content = @Content(schema = @Schema(implementation = OrganView.class)))
  public Response get(@RestPath String organCode, @RestQuery Optional<String> asOf) {
    OrganCode code = Parameters.organCode("organCode", organCode);
    Optional<LocalDate> day = Parameters.day("asOf", asOf);
    OrganView organ =
        organs
            .named(code)
            .map(OrganView::of)
            .flatMap(found -> day.isEmpty() ? Optional.of(found) : found.on(day.get()))
            .orElseThrow(Refusal::notFound);
    return Response.ok(organ).header(HttpHeaders.ETAG, EntityTags.of(organ.version())).build();
  }

  @GET
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "listOrgans",
      summary =
          "The directory, by a part of the name, by the organ directly above, or all that lies"
              + " under one on a day")
  public OrganPage list(
      @RestQuery Optional<String> name,
      @RestQuery Optional<String> parent,
      @RestQuery Optional<String> under,
      @RestQuery Optional<String> asOf,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri) {
    Optional<String> part = Parameters.text("name", name);
    Optional<OrganCode> above = Parameters.organCode("parent", parent);
    String last = Parameters.organCode("after", after).map(OrganCode::value).orElse("");
    int size = Parameters.number("limit", limit, 1, 500, 100);
    Optional<LocalDate> day = Parameters.day("asOf", asOf);
    Optional<OrganCode> top = Parameters.organCode("under", under);
    List<Organ> stored;
    if (top.isPresent()) {
      requireAlone(day, name, parent);
      stored = organs.subtree(day.orElseThrow(), top.get(), last, size + 1);
    } else if (day.isPresent()) {
      stored = organs.page(day.get(), part.orElse(""), above, last, size + 1);
    } else {
      stored = organs.page(part.orElse(""), above, last, size + 1);
    }
    List<OrganView> found =
        day.isEmpty()
            ? views(stored)
            : views(stored).stream().flatMap(organ -> organ.on(day.get()).stream()).toList();
    if (found.size() <= size) {
      return new OrganPage(found, Optional.empty());
    }
    List<OrganView> items = found.subList(0, size);
    URI next = links.with(uri, "after", items.get(size - 1).organCode().value());
    return new OrganPage(items, Optional.of(next));
  }

  @GET
  @Path("/{organCode}/versions")
  @RolesAllowed({Role.RECORDER, Role.ANALYST, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "listOrganVersions",
      summary = "Everything that was recorded of an organ, newest first")
  public OrganVersions.Page versions(
      @RestPath String organCode,
      @RestQuery Optional<String> before,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    OrganCode code = Parameters.organCode("organCode", organCode);
    int least = Parameters.number("before", before, 2, Integer.MAX_VALUE, Integer.MAX_VALUE);
    OrganVersions.Page page =
        versions
            .page(code, least, Parameters.number("limit", limit, 1, 500, 100))
            .orElseThrow(Refusal::notFound);
    return page.before().map(last -> page.at(links.with(uri, "before", last))).orElse(page);
  }

  /** What lies under an organ changes from day to day, and is had whole. */
  private static void requireAlone(
      Optional<LocalDate> day, Optional<String> name, Optional<String> parent) {
    if (day.isEmpty()) {
      throw Refusal.invalid(RegisterFault.DAY_REQUIRED_WITH_UNDER.at("asOf"));
    }
    if (name.isPresent() || parent.isPresent()) {
      throw Refusal.invalid(RegisterFault.UNDER_STANDS_ALONE.at("under"));
    }
  }

  private static List<OrganView> views(List<Organ> found) {
    return found.stream().map(OrganView::of).toList();
  }
}
