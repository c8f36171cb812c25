package disclosure.requests.outbox;

import disclosure.edge.trace.Traces;
import disclosure.requests.outbox.sending.EventSender;
import disclosure.requests.outbox.sending.RelayProducer;
import disclosure.requests.transaction.RelaySignal;
import disclosure.storage.Cause;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** Runs the relay from the start of the service to its end. */
@ApplicationScoped
class RelayLoop {

  private static final Logger LOG = Logger.getLogger(RelayLoop.class);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(4);
  private static final int BEFORE_ALL_OTHERS = 1;

  private final OutboxRelay relay;
  private final RelaySignal signal;
  private final OutboxSettings settings;
  private final Thread thread = new Thread(this::run, "outbox-relay");
  private volatile long stopUntil;
  private volatile boolean stopping;

  RelayLoop(
      DataSource database,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      OutboxSettings settings,
      RelaySignal signal,
      Traces traces,
      MeterRegistry meters) {
    RelayProducer producers = new RelayProducer(kafka);
    EventSender sender = new EventSender(producers::open, traces);
    this.relay = new OutboxRelay(database, sender, settings, traces, meters);
    this.signal = signal;
    this.settings = settings;
  }

  void start(@Observes StartupEvent started) {
    thread.start();
  }

  /** The batch at hand is finished and marked; what else waits is sent after the next start. */
  void end(@Observes @Priority(BEFORE_ALL_OTHERS) ShutdownEvent ending) {
    stopUntil = System.nanoTime() + STOP_TIMEOUT.toNanos();
    stopping = true;
    signal.wake();
  }

  /** Background work ends meanwhile, so that the two don't add up. */
  void awaitEnd(@Observes ShutdownEvent ending) throws InterruptedException {
    thread.join(Math.max(1, (stopUntil - System.nanoTime()) / 1_000_000));
  }

  private void run() {
    int failures = 0;
    try {
      while (!stopping) {
        failures = round(failures == 0) ? 0 : failures + 1;
        if (failures > 0) {
          signal.await(pause(failures));
        }
      }
      relay.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (SQLException lost) {
      LOG.debug("The relay's lease runs out by itself", lost);
    }
  }

  /** False after a failure, of which the first of some in a row is said. */
  private boolean round(boolean first) throws InterruptedException {
    try {
      OutboxRelay.Round round = relay.round();
      switch (round) {
        case IDLE -> signal.await(settings.pollInterval());
        case BUSY -> Thread.sleep(settings.linger().toMillis());
        case INTERRUPTED -> {}
      }
      return round != OutboxRelay.Round.INTERRUPTED;
    } catch (SQLException | RuntimeException | Error failure) {
      // A thread that ended would leave the events of this instance's term unsent.
      LOG.logf(
          first ? Level.WARN : Level.DEBUG,
          "The relay can't work just now and tries again: %s",
          Cause.of(failure).text());
      return false;
    }
  }

  private Duration pause(int failures) {
    long first = Math.max(1, settings.maxBackoff().toMillis() / 50);
    return Duration.ofMillis(
        Math.min(settings.maxBackoff().toMillis(), first << Math.min(failures - 1, 10)));
  }
}
