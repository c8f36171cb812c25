package disclosure.report.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import disclosure.edge.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * How far runs are, for those who watch them. The reports of a run are counted once for all who ask
 * within the time between two events, however many they are; each instance counts for itself.
 */
@ApplicationScoped
class WatchedRuns {

  /** Somewhat less than is waited between two events, so that none repeats the last one. */
  private static final Duration AGE = Duration.ofMillis(900);

  private static final int MAX_RUNS = 1_000;

  private final Function<UUID, Optional<RunProgress>> count;
  private final Cache<UUID, Optional<RunProgress>> counted;

  @Inject
  WatchedRuns(Runs runs, RunItems items) {
    this(run -> runs.find(run).map(items::progress), Ticker.systemTicker());
  }

  WatchedRuns(Function<UUID, Optional<RunProgress>> count, Ticker ticker) {
    this.count = count;
    this.counted =
        Caffeine.newBuilder().ticker(ticker).expireAfterWrite(AGE).maximumSize(MAX_RUNS).build();
  }

  /**
   * The progress as it stands, unless the watcher has it, then its changes, looked for once a
   * second until the run is finished; in between comments, which show who is gone.
   *
   * @param seen the tag of what the watcher has
   */
  Multi<OutboundSseEvent> follow(UUID run, Optional<String> seen, Sse sse) {
    AtomicReference<String> last = new AtomicReference<>(seen.orElse(""));
    return Uni.createFrom()
        .item(() -> progress(run).orElseThrow(Refusal::notFound))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .repeat()
        .withDelay(Duration.ofSeconds(1))
        .whilst(progress -> !progress.finished())
        .map(progress -> event(progress, last, sse));
  }

  private static OutboundSseEvent event(
      RunProgress progress, AtomicReference<String> last, Sse sse) {
    String tag = progress.tag();
    return tag.equals(last.getAndSet(tag))
        ? sse.newEventBuilder().comment("").build()
        : sse.newEventBuilder()
            .name("progress")
            .id(tag)
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .data(RunProgress.class, progress)
            .build();
  }

  /** The progress of a run, at most a second old; empty when there is no such run. */
  Optional<RunProgress> progress(UUID run) {
    return counted.get(run, count);
  }
}
