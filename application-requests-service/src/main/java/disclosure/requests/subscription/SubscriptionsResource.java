package disclosure.requests.subscription;

import disclosure.edge.Caller;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Topic;
import disclosure.requests.fault.RegisterFault;
import disclosure.requests.outbox.OutboxSettings;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.subscription.ManageSubscriptions.Made;
import disclosure.requests.subscription.Subscription.SubscriptionPage;
import disclosure.requests.subscription.Subscriptions.Whose;
import disclosure.requests.subscription.receiver.ReceiverAddress;
import disclosure.requests.subscription.receiver.Receivers;
import disclosure.requests.transaction.RegisterReader;
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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Subscriptions over HTTP. A client sees and commands its own; an administrator of all organs those
 * of all clients, but for their secrets.
 */
@Path("/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "subscriptions")
class SubscriptionsResource {

  private final ManageSubscriptions manage;
  private final Subscriptions subscriptions;
  private final OwnSubscriptions owned;
  private final PingReceiver receiver;
  private final Receivers receivers;
  private final RegisterReader reader;
  private final CurrentCaller caller;
  private final OrganAccess access;
  private final OutboxSettings outbox;
  private final Clock clock;
  private final Links links;

  SubscriptionsResource(
      ManageSubscriptions manage,
      Subscriptions subscriptions,
      OwnSubscriptions owned,
      PingReceiver receiver,
      Receivers receivers,
      RegisterReader reader,
      CurrentCaller caller,
      OrganAccess access,
      OutboxSettings outbox,
      Clock clock,
      Links links) {
    this.manage = manage;
    this.subscriptions = subscriptions;
    this.owned = owned;
    this.receiver = receiver;
    this.receivers = receivers;
    this.reader = reader;
    this.caller = caller;
    this.access = access;
    this.outbox = outbox;
    this.clock = clock;
    this.links = links;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "registerSubscription",
      summary =
          "Have a system told of events over HTTP, from now on. Sent again, it makes no second"
              + " one; the secret is shown once.")
  @APIResponse(
      responseCode = "201",
      description = "It is told from now on; the answer shows the secret",
      content = @Content(schema = @Schema(implementation = Subscription.class)))
  @APIResponse(
      responseCode = "200",
      description = "asked for before in the same way: the subscription without its secret",
      content = @Content(schema = @Schema(implementation = Subscription.class)))
  public Response post(SubscriptionRequest request) {
    Caller client = owned.system();
    requireCallable(request.address());
    Made made = manage.make(client, request.address(), organs(request, client), types(request));
    return Response.status(made.isNew() ? 201 : 200)
        .header(HttpHeaders.LOCATION, links.to("/subscriptions/" + made.subscription().id()))
        .entity(made.subscription())
        .build();
  }

  @GET
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "listSubscriptions",
      summary = "The client's subscriptions; for an administrator of all organs, everybody's")
  public SubscriptionPage list(
      @RestQuery Optional<String> after, @RestQuery Optional<String> limit, UriInfo uri)
      throws SQLException {
    Whose whose = owned.whose();
    Optional<UUID> last = Parameters.uuid("after", after);
    int size = Parameters.number("limit", limit, 1, 500, 100);
    List<Subscription> found =
        reader.directory(connection -> subscriptions.page(connection, whose, last, size + 1));
    if (found.size() <= size) {
      return new SubscriptionPage(found, Optional.empty());
    }
    List<Subscription> items = List.copyOf(found.subList(0, size));
    URI next = links.with(uri, "after", items.get(size - 1).id());
    return new SubscriptionPage(items, Optional.of(next));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(operationId = "getSubscription", summary = "A subscription, and how its receiver does")
  public Subscription get(@RestPath String id) throws SQLException {
    return owned.find(Parameters.id(id));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "cancelSubscription",
      summary = "End a subscription, with its list of refused events")
  @APIResponse(responseCode = "204", description = "It is ended")
  public void cancel(@RestPath String id) {
    manage.end(caller.get(), Parameters.id(id), owned.whose());
  }

  @POST
  @Path("/{id}/resume")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "resumeSubscription",
      summary =
          "Have a paused subscription told again; with from, also one that isn't paused, of all"
              + " that was sent since that moment")
  @APIResponse(
      responseCode = "200",
      description = "As it is now",
      content = @Content(schema = @Schema(implementation = Subscription.class)))
  public Subscription resume(@RestPath String id, ResumeRequest request) {
    UUID subscription = Parameters.id(id);
    Optional<Instant> from = request.moment();
    from.ifPresent(this::requireKept);
    return manage.resume(caller.get(), subscription, owned.whose(), from);
  }

  @POST
  @Path("/{id}/secret")
  @RolesAllowed(Role.RECORDER)
  @Operation(
      operationId = "rotateSecret",
      summary =
          "Give a subscription a new secret, which is shown once; for a day the one before signs"
              + " beside it")
  @APIResponse(
      responseCode = "200",
      description = "As it is now, with its new secret",
      content = @Content(schema = @Schema(implementation = Subscription.class)))
  public Subscription rotate(@RestPath String id) {
    return manage.rotate(caller.get(), Parameters.id(id), owned.own());
  }

  @POST
  @Path("/{id}/ping")
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "pingReceiver",
      summary = "Send a receiver a signed event that tells of nothing, and see what it answers")
  @APIResponse(
      responseCode = "200",
      description = "What the receiver made of it",
      content = @Content(schema = @Schema(implementation = TestDelivery.class)))
  public TestDelivery ping(@RestPath String id) throws SQLException, InterruptedException {
    UUID subscription = Parameters.id(id);
    owned.find(subscription);
    return receiver.ping(subscription);
  }

  private void requireCallable(String address) {
    URI called =
        ReceiverAddress.of(address)
            .orElseThrow(() -> Refusal.invalid(RegisterFault.ADDRESS_MALFORMED.at("address")));
    if (!receivers.allowed().allow(called)) {
      throw Refusal.notPermitted(RegisterFault.ADDRESS_NOT_ALLOWED.at("address"));
    }
  }

  private Set<String> organs(SubscriptionRequest request, Caller client) {
    Optional<List<OrganCode>> named = request.organCodes();
    if (named.isEmpty()) {
      Set<String> all = client.scope().claim();
      if (all.isEmpty()) {
        throw Refusal.outOfScope("organCodes");
      }
      return all;
    }
    Set<String> organs = new LinkedHashSet<>();
    for (int i = 0; i < named.get().size(); i++) {
      access.require(named.get().get(i), "organCodes[" + i + "]");
      organs.add(named.get().get(i).value());
    }
    return organs;
  }

  private static List<String> types(SubscriptionRequest request) {
    List<String> known = Arrays.stream(Topic.values()).map(Topic::eventType).toList();
    List<String> wanted = request.events().orElse(known);
    List<Fault> faults =
        IntStream.range(0, wanted.size())
            .filter(i -> !known.contains(wanted.get(i)))
            .mapToObj(i -> InputFault.NOT_ONE_OF.at("events[" + i + "]", Expected.oneOf(known)))
            .toList();
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return Subscriptions.types(wanted);
  }

  private void requireKept(Instant from) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant kept =
        now.atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .minusDays(outbox.retention().toDays())
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    if (from.isBefore(kept) || from.isAfter(clock.instant())) {
      throw Refusal.notPermitted(
          RegisterFault.FROM_OUT_OF_RANGE.at("from", Expected.between(kept, now)));
    }
  }
}
