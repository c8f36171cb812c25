package disclosure.statistics.ingest;

import disclosure.requests.contract.CloudEventHeader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/** What is told of the counting: what became of the events, and how old they were by then. */
@ApplicationScoped
class CountingMeters {

  private static final String EVENTS = "matrix.events";
  private static final String RESULT = "result";

  private final MeterRegistry meters;
  private final Clock clock;
  private final Timer freshness;

  CountingMeters(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
    this.freshness =
        Timer.builder("matrix.freshness")
            .description("From the register's record of a change until it is counted")
            .serviceLevelObjectives(
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10))
            .register(meters);
  }

  /** Notes a batch whose transaction is done; its newest event stands for its age. */
  void note(PartitionBatch batch, Applied applied) {
    meters.counter(EVENTS, RESULT, "applied").increment(applied.applied());
    meters.counter(EVENTS, RESULT, "stale").increment(applied.stale());
    meters.counter(EVENTS, RESULT, "repeated").increment(applied.repeated());
    meters.counter(EVENTS, RESULT, "rejected").increment(applied.rejected());
    if (applied.applied() > 0) {
      recordedAt(batch.events().get(batch.events().size() - 1)).ifPresent(this::age);
    }
  }

  private void age(OffsetDateTime recordedAt) {
    freshness.record(Duration.between(recordedAt.toInstant(), clock.instant()));
  }

  private static Optional<OffsetDateTime> recordedAt(IncomingEvent event) {
    try {
      return Optional.ofNullable(event.headers().get(CloudEventHeader.TIME.header()))
          .map(OffsetDateTime::parse);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
