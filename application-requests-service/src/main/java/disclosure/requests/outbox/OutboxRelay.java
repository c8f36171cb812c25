package disclosure.requests.outbox;

import disclosure.requests.contract.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Moves events from the outbox to Kafka: reads a batch, sends it outside any transaction, waits for
 * all acknowledgements, and marks it in a second short transaction. What happens in between is done
 * again; nothing is skipped.
 */
final class OutboxRelay implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

  private static final int ATTEMPTS = 5;

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
  private final Counter errors;

  OutboxRelay(
      DataSource database, EventSender sender, OutboxSettings settings, MeterRegistry meters) {
    this.database = database;
    this.sender = sender;
    this.lease = new RelayLease(settings.lease());
    this.batchSize = settings.batchSize();
    this.errors =
        Counter.builder("outbox.publish.errors")
            .description("Batches that Kafka didn't take whole")
            .register(meters);
  }

  /** Sends one batch of each topic. */
  Round round() throws SQLException {
    Round result = Round.IDLE;
    for (Topic topic : Topic.values()) {
      List<PendingEvent> events = read(topic);
      if (events.isEmpty() || !lease.runs()) {
        continue;
      }
      Delivery delivery = sender.send(events);
      settle(topic, delivery);
      if (delivery.interrupted()) {
        errors.increment();
        result = Round.INTERRUPTED;
      } else if (result == Round.IDLE) {
        result = Round.BUSY;
      }
    }
    return result;
  }

  /** Hands the lease back. */
  @Override
  public void close() throws SQLException {
    sender.close();
    try (Connection connection = database.getConnection()) {
      lease.release(connection);
    }
  }

  private List<PendingEvent> read(Topic topic) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return lease.take(connection) ? OutboxTable.pending(connection, topic, batchSize) : List.of();
    }
  }

  /** Another relay may be moving the same rows between partitions. */
  private void settle(Topic topic, Delivery delivery) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        settleOnce(topic, delivery);
        return;
      } catch (SQLException failure) {
        if (attempt == ATTEMPTS || !WriterTransaction.isRepeatable(failure)) {
          throw failure;
        }
      }
    }
  }

  private void settleOnce(Topic topic, Delivery delivery) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      if (lease.isUntouched(connection)) {
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
}
