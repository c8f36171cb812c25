package disclosure.requests.outbox;

import disclosure.edge.trace.Traces;
import disclosure.requests.contract.Topic;
import disclosure.requests.outbox.sending.Delivery;
import disclosure.requests.outbox.sending.EventSender;
import disclosure.requests.outbox.sending.PendingEvent;
import disclosure.storage.FailureKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Moves events from the outbox to Kafka: reads a batch, sends it outside any transaction, waits for
 * all acknowledgements, and marks it in a second short transaction, beside which the next batch may
 * be on its way already. What happens in between is done again; nothing is skipped.
 */
final class OutboxRelay implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  private static final int ATTEMPTS = 5;

  /** Of one topic in a round; then the others have their turn. */
  private static final int BATCHES = 20;

  /** What a round came to. */
  enum Round {
    /** Nothing was waiting, or another relay is at work. */
    IDLE,
    /** Something was sent, and there may be more. */
    BUSY,
    /** Kafka didn't take all of it. */
    INTERRUPTED
  }

  private final DataSource database;
  private final EventSender sender;
  private final RelayLease lease;
  private final int batchSize;
  private final Traces traces;
  private final Counter errors;
  private final ExecutorService marker =
      Executors.newSingleThreadExecutor(work -> daemon(work, "outbox-marker"));

  OutboxRelay(
      DataSource database,
      EventSender sender,
      OutboxSettings settings,
      Traces traces,
      MeterRegistry meters) {
    this.database = database;
    this.sender = sender;
    this.lease = new RelayLease(settings.lease());
    this.batchSize = settings.batchSize();
    this.traces = traces;
    this.errors =
        Counter.builder("outbox.publish.errors")
            .description("Batches that Kafka didn't take whole")
            .register(meters);
  }

  /** Sends what waits of each topic, up to a number of batches. */
  Round round() throws SQLException {
    Round result = Round.IDLE;
    for (Topic topic : Topic.values()) {
      Round sent = send(topic);
      if (sent != Round.IDLE && result != Round.INTERRUPTED) {
        result = sent;
      }
    }
    return result;
  }

  /** While a full batch that Kafka took whole is being marked, the next one is read and sent. */
  private Round send(Topic topic) throws SQLException {
    List<PendingEvent> events = read(topic, List.of());
    Round result = Round.IDLE;
    Marking marking = new Marking(marker);
    try {
      for (int batch = 1; !events.isEmpty() && lease.runs(); batch++) {
        long term = lease.term();
        Delivery delivery = sender.send(events);
        marking.await();
        result = delivery.interrupted() ? Round.INTERRUPTED : Round.BUSY;
        boolean more =
            batch < BATCHES && events.size() == batchSize && delivery.isWhole(events.size());
        if (more) {
          marking.start(() -> settle(topic, delivery, term));
          events = read(topic, events);
        } else {
          settle(topic, delivery, term);
          events = List.of();
        }
      }
    } finally {
      marking.await();
    }
    if (result == Round.INTERRUPTED) {
      errors.increment();
    }
    return result;
  }

  /** Hands the lease back. */
  @Override
  public void close() throws SQLException {
    marker.shutdown();
    sender.close();
    try (Connection connection = database.getConnection()) {
      lease.release(connection);
    }
  }

  private List<PendingEvent> read(Topic topic, List<PendingEvent> sent) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return lease.take(connection)
          ? OutboxTable.pending(connection, topic, sent, batchSize, traces)
          : List.of();
    }
  }

  /** Another relay may be moving the same rows between partitions. */
  private void settle(Topic topic, Delivery delivery, long term) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        settleOnce(topic, delivery, term);
        return;
      } catch (SQLException failure) {
        if (attempt == ATTEMPTS || FailureKind.of(failure) != FailureKind.REPEATABLE) {
          throw failure;
        }
      }
    }
  }

  private void settleOnce(Topic topic, Delivery delivery, long term) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      if (lease.isUntouched(connection, term)) {
        OutboxTable.mark(connection, topic, delivery.acknowledged());
      } else {
        LOG.warn("Another relay took over; the newest state of what was sent is sent again");
        OutboxTable.requeueNewest(connection, topic, delivery.acknowledged());
      }
      for (Delivery.RefusedEvent refused : delivery.refused()) {
        LOG.errorf(
            "Kafka refuses version %d of %s in %s for good (%s); its events wait, others go on",
            refused.event().version(), refused.event().key(), topic.topicName(), refused.cause());
        OutboxTable.park(connection, refused);
      }
      connection.commit();
    }
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
