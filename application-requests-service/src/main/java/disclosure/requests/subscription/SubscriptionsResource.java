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
import disclosure.requests.outbox.published.CloudEvent;
import disclosure.requests.security.OrganAccess;
import disclosure.requests.subscription.ManageSubscriptions.Made;
import disclosure.requests.subscription.Subscription.SubscriptionPage;
import disclosure.requests.subscription.Subscriptions.Whose;
import disclosure.requests.subscription.receiver.Answer;
import disclosure.requests.subscription.receiver.Answer.Verdict;
import disclosure.requests.subscription.receiver.ReceiverAddress;
import disclosure.requests.subscription.receiver.Receivers;
import disclosure.requests.subscription.turn.DeadLetter;
import disclosure.requests.subscription.turn.DeadLetter.DeadLetterPage;
import disclosure.requests.subscription.turn.DeadLetter.RetriedDeadLetters;
import disclosure.requests.subscription.turn.DeadLetters;
import disclosure.requests.subscription.turn.Turns;
import disclosure.requests.subscription.turn.Turns.Turn;
import disclosure.requests.transaction.RegisterReader;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
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

  private static final String PING = "disclosure.subscription.ping.v1";

  private final ManageSubscriptions manage;
  private final Subscriptions subscriptions;
  private final DeadLetters letters;
  private final Turns turns;
  private final Receivers receivers;
  private final RegisterReader reader;
  private final CurrentCaller caller;
  private final SecurityIdentity identity;
  private final OrganAccess access;
  private final OutboxSettings outbox;
  private final Clock clock;
  private final Links links;

  SubscriptionsResource(
      ManageSubscriptions manage,
      Subscriptions subscriptions,
      DeadLetters letters,
      Turns turns,
      Receivers receivers,
      RegisterReader reader,
      CurrentCaller caller,
      SecurityIdentity identity,
      OrganAccess access,
      OutboxSettings outbox,
      Clock clock,
      Links links) {
    this.manage = manage;
    this.subscriptions = subscriptions;
    this.letters = letters;
    this.turns = turns;
    this.receivers = receivers;
    this.reader = reader;
    this.caller = caller;
    this.identity = identity;
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
          "Have a system told of events over HTTP, from now on. Sent again, it changes nothing;"
              + " the secret is shown once.")
  @APIResponse(
      responseCode = "201",
      description = "It is told from now on; the answer shows the secret",
      content = @Content(schema = @Schema(implementation = Subscription.class)))
  @APIResponse(
      responseCode = "200",
      description = "asked for before in the same way: the subscription without its secret",
      content = @Content(schema = @Schema(implementation = Subscription.class)))
  public Response post(SubscriptionRequest request) {
    Caller client = system();
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
    Whose whose = whose();
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
    return find(Parameters.id(id));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "cancelSubscription",
      summary = "End a subscription, with its list of refused events")
  @APIResponse(responseCode = "204", description = "It is ended")
  public void cancel(@RestPath String id) {
    manage.end(caller.get(), Parameters.id(id), whose());
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
    return manage.resume(caller.get(), subscription, whose(), from);
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
    return manage.rotate(caller.get(), Parameters.id(id), own());
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
    find(subscription);
    Turn turn =
        reader
            .directory(connection -> turns.secretly(connection, subscription))
            .orElseThrow(Refusal::notFound);
    CloudEvent event =
        new CloudEvent(
            UUID.randomUUID().toString(),
            PING,
            subscription.toString(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            Optional.empty(),
            "{}");
    Answer answer = receivers.send(turn.address(), event, turn.secrets());
    return new TestDelivery(
        event.id(),
        answer.verdict() == Verdict.TAKEN,
        Optional.of(answer.cause()).filter(cause -> !cause.isEmpty()));
  }

  @GET
  @Path("/{id}/dead-letters")
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "listDeadLetters",
      summary = "The events that a receiver refused, in the order in which it did")
  public DeadLetterPage refused(
      @RestPath String id,
      @RestQuery Optional<String> after,
      @RestQuery Optional<String> limit,
      UriInfo uri)
      throws SQLException {
    UUID subscription = Parameters.id(id);
    find(subscription);
    if (after.filter(number -> !isNumber(number)).isPresent()) {
      throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at("after"));
    }
    long last = after.map(Long::valueOf).orElse(0L);
    int size = Parameters.number("limit", limit, 1, 500, 100);
    List<DeadLetter> found =
        reader.directory(connection -> letters.page(connection, subscription, last, size + 1));
    if (found.size() <= size) {
      return new DeadLetterPage(found, Optional.empty());
    }
    List<DeadLetter> items = List.copyOf(found.subList(0, size));
    URI next = links.with(uri, "after", items.get(size - 1).number());
    return new DeadLetterPage(items, Optional.of(next));
  }

  @POST
  @Path("/{id}/dead-letters/retry")
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "retryDeadLetters",
      summary = "Have all events sent again that a receiver refused")
  @APIResponse(
      responseCode = "202",
      description = "They are sent again, but for those of which the receiver has a newer state",
      content = @Content(schema = @Schema(implementation = RetriedDeadLetters.class)))
  public Response retryAll(@RestPath String id) {
    return Response.accepted(
            manage.retry(caller.get(), Parameters.id(id), whose(), Optional.empty()))
        .build();
  }

  @POST
  @Path("/{id}/dead-letters/{number}/retry")
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "retryDeadLetter",
      summary = "Have one event sent again that a receiver refused")
  @APIResponse(
      responseCode = "202",
      description = "It is sent again, unless the receiver has a newer state",
      content = @Content(schema = @Schema(implementation = RetriedDeadLetters.class)))
  public Response retry(@RestPath String id, @RestPath String number) {
    UUID subscription = Parameters.id(id);
    if (!isNumber(number)) {
      throw Refusal.notFound();
    }
    return Response.accepted(
            manage.retry(caller.get(), subscription, whose(), Optional.of(Long.valueOf(number))))
        .build();
  }

  private Subscription find(UUID id) throws SQLException {
    Whose whose = whose();
    return reader
        .directory(connection -> subscriptions.find(connection, id, whose))
        .orElseThrow(Refusal::notFound);
  }

  /** Who runs the service sees all; everybody else his own. */
  private Whose whose() {
    return identity.hasRole(Role.ADMINISTRATOR) && caller.scope().everywhere()
        ? new Whose(Optional.empty())
        : own();
  }

  private Whose own() {
    return new Whose(Optional.of(system().clientId()));
  }

  /** People share the client of the pages: what is its client's would be everybody's. */
  private Caller system() {
    Caller found = caller.get();
    if (found.person().isPresent()) {
      throw new ForbiddenException();
    }
    return found;
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

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,18}");
  }
}
