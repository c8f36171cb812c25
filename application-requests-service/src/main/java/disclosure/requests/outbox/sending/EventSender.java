package disclosure.requests.outbox.sending;

import disclosure.edge.trace.Traces;
import disclosure.requests.outbox.published.CloudEvent;
import disclosure.requests.outbox.published.EventSpans;
import disclosure.requests.outbox.published.KafkaMessage;
import disclosure.requests.outbox.sending.Delivery.RefusedEvent;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jboss.logging.Logger;

/**
 * Sends a batch and waits for every acknowledgement. Retrying is left to the Kafka client, which
 * keeps the order; when it gives up, its producer is thrown away and the outbox read again.
 */
public final class EventSender implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(EventSender.class);

  private final Supplier<Producer<String, byte[]>> producers;
  private final Traces traces;
  private Optional<Producer<String, byte[]>> open = Optional.empty();
  private boolean away;

  /**
   * @param producers one more for each that is thrown away
   */
  public EventSender(Supplier<Producer<String, byte[]>> producers, Traces traces) {
    this.producers = producers;
    this.traces = traces;
  }

  /** Sends events of one topic, in their order. */
  public Delivery send(List<PendingEvent> events) {
    Batch batch = new Batch(traces);
    try {
      batch.run(producer(), events);
    } catch (KafkaException failure) {
      batch.interrupted(failure);
    }
    batch.interruption.ifPresent(failure -> discard());
    tell(batch);
    return new Delivery(batch.acknowledged, batch.refused, batch.interruption.isPresent());
  }

  /** Tells once that Kafka takes nothing, and once that it does again. */
  private void tell(Batch batch) {
    if (batch.interruption.isPresent() && !away) {
      away = true;
      LOG.warnf("Kafka doesn't take events just now: %s", batch.interruption.get().getMessage());
    } else if (away && batch.interruption.isEmpty() && !batch.acknowledged.isEmpty()) {
      away = false;
      LOG.info("Kafka takes events again");
    }
  }

  @Override
  public void close() {
    open.ifPresent(producer -> producer.close(Duration.ofSeconds(5)));
    open = Optional.empty();
  }

  private Producer<String, byte[]> producer() {
    if (open.isEmpty()) {
      open = Optional.of(producers.get());
    }
    return open.get();
  }

  private void discard() {
    open.ifPresent(producer -> producer.close(Duration.ZERO));
    open = Optional.empty();
  }

  /** Once an event failed, no later one of its key counts as sent. */
  private static final class Batch {

    /** One that is on its way. */
    private record Sent(PendingEvent event, Span span, Future<RecordMetadata> answer) {}

    private final Traces traces;
    private final List<PendingEvent> acknowledged = new ArrayList<>();
    private final List<RefusedEvent> refused = new ArrayList<>();
    private final Map<String, Long> stoppedAt = new HashMap<>();
    private Optional<Throwable> interruption = Optional.empty();

    Batch(Traces traces) {
      this.traces = traces;
    }

    void run(Producer<String, byte[]> producer, List<PendingEvent> events) {
      List<Sent> sent = new ArrayList<>(events.size());
      for (PendingEvent event : events) {
        if (stoppedAt.containsKey(event.key())) {
          continue;
        }
        CloudEvent told = event.cloudEvent();
        Span span = EventSpans.publish(traces, event.trace(), event.topic(), told);
        Future<RecordMetadata> answer =
            producer.send(KafkaMessage.of(event.topic(), event.key(), told, span));
        if (answer.isDone() && failure(answer).isPresent()) {
          note(event, failure(answer).get());
          EventSpans.failed(span, kind(failure(answer).get()));
        } else {
          sent.add(new Sent(event, span, answer));
        }
        if (interruption.isPresent()) {
          // Each further attempt would block as long as this one.
          break;
        }
      }
      producer.flush();
      sent.forEach(one -> settle(one.event(), one.span(), one.answer()));
    }

    private void settle(PendingEvent event, Span span, Future<RecordMetadata> answer) {
      Optional<Throwable> failure = failure(answer);
      if (failure.isPresent()) {
        note(event, failure.get());
        EventSpans.failed(span, kind(failure.get()));
        return;
      }
      span.end();
      if (event.id() < stoppedAt.getOrDefault(event.key(), Long.MAX_VALUE)) {
        acknowledged.add(event);
      }
    }

    private void note(PendingEvent event, Throwable failure) {
      boolean first = stoppedAt.putIfAbsent(event.key(), event.id()) == null;
      if (!isPermanent(failure)) {
        interrupted(failure);
      } else if (first) {
        refused.add(new RefusedEvent(event, kind(failure)));
      }
    }

    private void interrupted(Throwable failure) {
      interruption = interruption.or(() -> Optional.of(failure));
    }

    private static String kind(Throwable failure) {
      return failure.getClass().getSimpleName();
    }

    /** What is wrong with the event itself; all else may pass. */
    private static boolean isPermanent(Throwable failure) {
      return failure instanceof RecordTooLargeException
          || failure instanceof InvalidRecordException;
    }

    private static Optional<Throwable> failure(Future<RecordMetadata> answer) {
      try {
        answer.get();
        return Optional.empty();
      } catch (ExecutionException failed) {
        return Optional.of(failed.getCause());
      } catch (CancellationException cancelled) {
        return Optional.of(cancelled);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return Optional.of(interrupted);
      }
    }
  }
}
