package disclosure.statistics.live;

import disclosure.edge.CallerScope;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.statistics.matrix.Asked;
import disclosure.statistics.matrix.LiveMatrices;
import disclosure.statistics.matrix.LiveMatrices.Watched;
import disclosure.statistics.organ.OrganTree;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.Optional;

/** A table as events, for programs and for pages alike. */
@ApplicationScoped
public class LiveTables {

  private final LiveMatrices matrices;
  private final Listeners listeners;
  private final CurrentCaller caller;
  private final Clock clock;

  LiveTables(LiveMatrices matrices, Listeners listeners, CurrentCaller caller, Clock clock) {
    this.matrices = matrices;
    this.listeners = listeners;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * The table as it stands, unless the caller has it, then its changes; ends with the caller's
   * rights.
   *
   * @param lastEventId the tag of the state that the caller has
   * @throws Refusal 400, naming every parameter at fault; 404 when there is no such organ, or none
   *     that the caller may read
   */
  public Multi<OutboundSseEvent> follow(Asked asked, Optional<String> lastEventId, Sse sse) {
    Watched watched = matrices.watched(asked, clock);
    CallerScope scope = caller.get().scope();
    OrganTree tree = matrices.requireVisible(watched, scope);
    return listeners
        .watch(watched, lastEventId, scope, tree)
        .map(update -> event(sse, update))
        .select()
        .first(caller.untilExpiry(clock));
  }

  private static OutboundSseEvent event(Sse sse, Update update) {
    OutboundSseEvent.Builder event = sse.newEventBuilder();
    return update.isHeartbeat()
        ? event.comment("").build()
        : event
            .name("matrix")
            .id(update.tag())
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .data(String.class, update.data())
            .build();
  }
}
