package disclosure.requests.outbox;

import disclosure.edge.CurrentCaller;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The administrator's orders to the outbox. */
@Path("/outbox")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "outbox")
class OutboxResource {

  private final Republish republish;
  private final Republications orders;
  private final ParkedKeys parked;
  private final DataSource database;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final Clock clock;
  private final Links links;

  OutboxResource(
      Republish republish,
      Republications orders,
      ParkedKeys parked,
      DataSource database,
      CurrentCaller caller,
      OrganAccess access,
      Clock clock,
      Links links) {
    this.republish = republish;
    this.orders = orders;
    this.parked = parked;
    this.database = database;
    this.caller = caller;
    this.access = access;
    this.clock = clock;
    this.links = links;
  }

  /**
   * The keys that wait.
   *
   * @param next always absent: there are few
   */
  record ParkedPage(List<ParkedKeys.ParkedKey> items, Optional<String> next) {}

  @POST
  @Path("/republications")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "orderRepublication",
      summary = "Publish the present states of an organ, or since a moment, again")
  @APIResponse(
      responseCode = "202",
      description = "It will be done; Location says where to look",
      content = @Content(schema = @Schema(implementation = Republication.class)))
  public Response order(RepublicationRequest request) {
    Optional<Instant> since = request.since();
    if (request.organCode().isEmpty() && since.isEmpty()) {
      throw Refusal.invalid(RegisterFault.ORGAN_OR_MOMENT_REQUIRED.at("organCode"));
    }
    if (request.organCode().isPresent()) {
      access.require(request.organCode().get(), "organCode");
    } else if (!access.reach().everywhere()) {
      throw Refusal.outOfScope("organCode");
    }
    Republication order =
        new Republication(
            UUID.randomUUID(),
            request.organCode(),
            request.scopeOrOwn(),
            since,
            clock.instant(),
            0,
            0,
            Optional.empty(),
            Optional.empty());
    republish.order(order, caller.get());
    return Response.accepted(order)
        .header(HttpHeaders.LOCATION, links.to("/outbox/republications/" + order.id()))
        .build();
  }

  @GET
  @Path("/republications/{id}")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "getRepublication",
      summary = "How far an order to publish again is carried out")
  public Republication get(@RestPath String id) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return orders
          .find(connection, Parameters.id(id))
          .filter(order -> mayRead(order.organCode()))
          .orElseThrow(Refusal::notFound);
    }
  }

  @GET
  @Path("/parked")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "listParkedKeys",
      summary = "The keys with an event that Kafka refuses for good")
  public ParkedPage parked() throws SQLException {
    return new ParkedPage(parked.list(), Optional.empty());
  }

  @POST
  @Path("/parked/{topic}/{key}/release")
  @RolesAllowed(Role.ADMINISTRATOR)
  @Operation(
      operationId = "releaseParkedKey",
      summary = "Have the events of a parked key tried again")
  @APIResponse(responseCode = "204", description = "They are tried again")
  public void release(@RestPath String topic, @RestPath String key) {
    parked.release(topic, key);
  }

  private boolean mayRead(Optional<OrganCode> organ) {
    return access.reach().everywhere() || organ.filter(access::mayActFor).isPresent();
  }
}
