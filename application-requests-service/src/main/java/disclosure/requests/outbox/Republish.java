package disclosure.requests.outbox;

import disclosure.edge.Caller;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.outbox.PublishedStates.Present;
import disclosure.requests.outbox.Republications.Open;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.DatabaseOutage;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Publishes present states again, for a broker that lost some. Readers that have a state already
 * pass it over by its version. The states are handed to the relay part by part, each in one
 * transaction with the note how far it got, so that a crash repeats and skips nothing.
 */
@ApplicationScoped
class Republish {

  private static final Logger LOG = Logger.getLogger(Republish.class);
  private static final int PART = 500;

  private final Republications orders;
  private final List<PublishedStates> kinds;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final WriterTransaction transaction;
  private final Clock clock;

  Republish(
      Republications orders,
      @All List<PublishedStates> kinds,
      Outbox outbox,
      AuditTrail audit,
      WriterTransaction transaction,
      Clock clock) {
    this.orders = orders;
    this.kinds =
        kinds.stream().sorted(Comparator.comparing(kind -> kind.topic().topicName())).toList();
    this.outbox = outbox;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Takes the order; it is carried out from the next second on. */
  void order(Republication order, Caller caller) {
    transaction.run(
        Reach.EVERYTHING,
        connection -> {
          orders.insert(connection, order, caller.clientId());
          audit.append(
              connection,
              caller,
              AuditAction.EVENTS_REPUBLISHED,
              order.id().toString(),
              order.organCode(),
              1);
          return order.id();
        });
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void work() {
    try {
      boolean more = true;
      while (more) {
        more = transaction.run(Reach.EVERYTHING, this::part);
      }
    } catch (DatabaseOutage outage) {
      LOG.debug("Nothing can be published again just now", outage);
    }
  }

  /** Whether there may be another part. */
  private boolean part(Connection connection) throws SQLException {
    var open = orders.next(connection);
    if (open.isPresent()) {
      carryOn(connection, open.get());
    }
    return open.isPresent();
  }

  private void carryOn(Connection connection, Open open) throws SQLException {
    UUID id = open.order().id();
    String after = open.lastKey();
    for (PublishedStates kind : kinds) {
      String topic = kind.topic().topicName();
      int place = topic.compareTo(open.topic().orElse(""));
      if (place < 0) {
        continue;
      }
      List<Present> part =
          kind.next(connection, open.order().selection(), place == 0 ? after : "", PART);
      if (!part.isEmpty()) {
        for (Present present : part) {
          outbox.repeat(
              connection, kind.topic(), present.key(), present.version(), present.state());
        }
        orders.advance(connection, id, topic, part.get(part.size() - 1).key(), part.size());
        return;
      }
    }
    orders.finish(connection, id, clock.instant());
  }
}
