package disclosure.statistics.channel;

import disclosure.requests.contract.CloudEventHeader;
import disclosure.statistics.ingest.Applied;
import disclosure.statistics.ingest.IncomingEvent;
import disclosure.statistics.ingest.PartitionBatch;
import disclosure.statistics.operations.Freshness;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** What is told of the counting: what became of the events, and how old they were by then. */
@ApplicationScoped
class CountingMeters {

  private static final String EVENTS = "matrix.events";
  private static final String RESULT = "result";

  private final MeterRegistry meters;
  private final Freshness freshness;

  CountingMeters(MeterRegistry meters, Freshness freshness) {
    this.meters = meters;
    this.freshness = freshness;
  }

  /** Notes a batch whose transaction is done; its newest event stands for its age. */
  void note(PartitionBatch batch, Applied applied) {
    meters.counter(EVENTS, RESULT, "applied").increment(applied.applied());
    meters.counter(EVENTS, RESULT, "stale").increment(applied.stale());
    meters.counter(EVENTS, RESULT, "repeated").increment(applied.repeated());
    meters.counter(EVENTS, RESULT, "rejected").increment(applied.rejected());
    if (applied.applied() > 0) {
      recordedAt(batch.events().get(batch.events().size() - 1)).ifPresent(freshness::note);
    }
  }

  private static Optional<Instant> recordedAt(IncomingEvent event) {
    try {
      return Optional.ofNullable(event.headers().get(CloudEventHeader.TIME.header()))
          .map(Instant::parse);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
