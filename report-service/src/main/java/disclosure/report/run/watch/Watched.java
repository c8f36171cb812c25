package disclosure.report.run.watch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import disclosure.edge.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * How far things are, for those who watch them. How far one is, is looked up once for all who ask
 * within the time between two events, however many they are; each instance looks for itself.
 *
 * @param <P> what is told of each
 */
public final class Watched<P extends Progress> {

  /** Somewhat less than is waited between two events, so that none repeats the last one. */
  private static final Duration AGE = Duration.ofMillis(900);

  private static final int MAX_WATCHED = 1_000;

  private final Class<P> type;
  private final Function<UUID, Optional<P>> count;
  private final Cache<UUID, Optional<P>> counted;

  /**
   * @param count how far it is; empty when there is no such thing
   */
  public Watched(Class<P> type, Function<UUID, Optional<P>> count) {
    this(type, count, Ticker.systemTicker());
  }

  Watched(Class<P> type, Function<UUID, Optional<P>> count, Ticker ticker) {
    this.type = type;
    this.count = count;
    this.counted =
        Caffeine.newBuilder().ticker(ticker).expireAfterWrite(AGE).maximumSize(MAX_WATCHED).build();
  }

  /**
   * The progress as it stands, unless the watcher has it, then its changes, looked for once a
   * second until it is finished; in between comments, which show who is gone.
   *
   * @param seen the tag of what the watcher has
   */
  public Multi<OutboundSseEvent> follow(UUID id, Optional<String> seen, Sse sse) {
    AtomicReference<String> last = new AtomicReference<>(seen.orElse(""));
    return Uni.createFrom()
        .item(() -> progress(id).orElseThrow(Refusal::notFound))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .repeat()
        .withDelay(Duration.ofSeconds(1))
        .whilst(progress -> !progress.finished())
        .map(progress -> event(progress, last, sse));
  }

  private OutboundSseEvent event(P progress, AtomicReference<String> last, Sse sse) {
    String tag = progress.tag();
    return tag.equals(last.getAndSet(tag))
        ? sse.newEventBuilder().comment("").build()
        : sse.newEventBuilder()
            .name("progress")
            .id(tag)
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .data(type, progress)
            .build();
  }

  /** How far it is, at most a second ago; empty when there is no such thing. */
  Optional<P> progress(UUID id) {
    return counted.get(id, count);
  }
}
