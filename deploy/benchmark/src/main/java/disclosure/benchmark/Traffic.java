package disclosure.benchmark;

import disclosure.requests.contract.Topic;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** New applications of a nation that come in evenly while something else is measured. */
final class Traffic implements AutoCloseable {

  private final Published published;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger sent = new AtomicInteger();
  private final ScheduledFuture<?> sending;

  Traffic(Servers servers, Nation nation, int perSecond) {
    this.published = new Published(servers);
    this.sending =
        clock.scheduleAtFixedRate(
            () -> {
              var state = nation.another(sent.getAndIncrement());
              published.send(
                  Topic.APPLICATIONS, state.applicationId().toString(), state.version(), state);
            },
            0,
            1_000_000_000L / perSecond,
            TimeUnit.NANOSECONDS);
  }

  int sent() {
    return sent.get();
  }

  @Override
  public void close() {
    boolean brokenOff = sending.isDone();
    clock.shutdownNow();
    published.close();
    if (brokenOff) {
      throw new IllegalStateException("no more events were sent, for one could not be");
    }
  }
}
