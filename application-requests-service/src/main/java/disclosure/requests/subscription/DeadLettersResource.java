package disclosure.requests.subscription;

import disclosure.edge.CurrentCaller;
import disclosure.edge.InputFault;
import disclosure.edge.Links;
import disclosure.edge.Parameters;
import disclosure.edge.Refusal;
import disclosure.edge.Role;
import disclosure.requests.subscription.turn.DeadLetter;
import disclosure.requests.subscription.turn.DeadLetter.DeadLetterPage;
import disclosure.requests.subscription.turn.DeadLetter.DiscardedDeadLetters;
import disclosure.requests.subscription.turn.DeadLetter.RetriedDeadLetters;
import disclosure.requests.subscription.turn.DeadLetters;
import disclosure.requests.transaction.RegisterReader;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The events that a receiver refused, over HTTP. */
@Path("/subscriptions/{id}/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "subscriptions")
class DeadLettersResource {

  private final ManageSubscriptions manage;
  private final DeadLetters letters;
  private final OwnSubscriptions owned;
  private final RegisterReader reader;
  private final CurrentCaller caller;
  private final Links links;

  DeadLettersResource(
      ManageSubscriptions manage,
      DeadLetters letters,
      OwnSubscriptions owned,
      RegisterReader reader,
      CurrentCaller caller,
      Links links) {
    this.manage = manage;
    this.letters = letters;
    this.owned = owned;
    this.reader = reader;
    this.caller = caller;
    this.links = links;
  }

  @GET
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
    owned.find(subscription);
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
  @Path("/retry")
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
            manage.retry(caller.get(), Parameters.id(id), owned.whose(), Optional.empty()))
        .build();
  }

  @POST
  @Path("/{number}/retry")
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
    return Response.accepted(
            manage.retry(caller.get(), subscription, owned.whose(), Optional.of(number(number))))
        .build();
  }

  @POST
  @Path("/discard")
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "discardDeadLetters",
      summary = "Strike all events off the list that a receiver refused: they aren't sent again")
  public DiscardedDeadLetters discardAll(@RestPath String id) {
    return manage.discard(caller.get(), Parameters.id(id), owned.whose(), Optional.empty());
  }

  @POST
  @Path("/{number}/discard")
  @RolesAllowed({Role.RECORDER, Role.ADMINISTRATOR})
  @Operation(
      operationId = "discardDeadLetter",
      summary = "Strike one event off the list that a receiver refused: it isn't sent again")
  public DiscardedDeadLetters discard(@RestPath String id, @RestPath String number) {
    UUID subscription = Parameters.id(id);
    return manage.discard(caller.get(), subscription, owned.whose(), Optional.of(number(number)));
  }

  private static Long number(String text) {
    if (!isNumber(text)) {
      throw Refusal.notFound();
    }
    return Long.valueOf(text);
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,18}");
  }
}
