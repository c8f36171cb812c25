package disclosure.statistics.live;

import disclosure.edge.CallerScope;
import disclosure.edge.CurrentCaller;
import disclosure.edge.Refusal;
import disclosure.statistics.matrix.Asked;
import disclosure.statistics.matrix.LiveMatrices;
import disclosure.statistics.matrix.LiveMatrices.Hierarchy;
import disclosure.statistics.matrix.LiveMatrices.Watched;
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
    return updates(asked, lastEventId)
        .map(update -> event(sse, update, sse.newEventBuilder().comment("").build()))
        .select()
        .first(caller.untilExpiry(clock));
  }

  /**
   * The same for a page, whose EventSource shows it no comment: what keeps the stream alive comes
   * as an event {@code heartbeat}, at once and then every 15 s, so that the page notices when
   * nothing comes any more.
   *
   * @throws Refusal as {@link #follow}
   */
  public Multi<OutboundSseEvent> followByPage(Asked asked, Optional<String> lastEventId, Sse sse) {
    OutboundSseEvent beat =
        sse.newEventBuilder().name("heartbeat").data(String.class, "alive").build();
    return Multi.createBy()
        .concatenating()
        .streams(
            Multi.createFrom().item(beat),
            updates(asked, lastEventId).map(update -> event(sse, update, beat)))
        .select()
        .first(caller.untilExpiry(clock));
  }

  private Multi<Update> updates(Asked asked, Optional<String> lastEventId) {
    Watched watched = matrices.watched(asked, clock);
    CallerScope scope = caller.get().scope();
    Hierarchy by = matrices.requireVisible(watched, scope);
    return listeners.watch(watched, lastEventId, scope, by);
  }

  private static OutboundSseEvent event(Sse sse, Update update, OutboundSseEvent beat) {
    return update.isHeartbeat()
        ? beat
        : sse.newEventBuilder()
            .name("matrix")
            .id(update.tag())
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .data(String.class, update.data())
            .build();
  }
}
