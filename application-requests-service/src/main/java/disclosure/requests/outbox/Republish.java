package disclosure.requests.outbox;

import disclosure.edge.Caller;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.outbox.PublishedStates.Present;
import disclosure.requests.outbox.Republications.Open;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.job.JobKind;
import disclosure.storage.job.Jobs;
import disclosure.storage.job.Piece;
import disclosure.storage.job.Progress;
import disclosure.storage.job.Rows;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Publishes present states again, for a broker that lost some. Readers that have a state already
 * pass it over by its version. The states are handed to the relay part by part, each in one
 * transaction with the note how far it got, so that a crash repeats and skips nothing. A state that
 * can't be read is set aside, and holds up no other.
 */
@ApplicationScoped
class Republish implements JobKind {

  private static final String NAME = "republication";
  private static final int PART = 500;

  /** In the key of a state that was set aside, what stands between topic and key. */
  private static final char BETWEEN = '/';

  private final Jobs jobs;
  private final Republications orders;
  private final List<PublishedStates> kinds;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final WriterTransaction transaction;
  private final Clock clock;

  Republish(
      Jobs jobs,
      Republications orders,
      @All List<PublishedStates> kinds,
      Outbox outbox,
      AuditTrail audit,
      WriterTransaction transaction,
      Clock clock) {
    this.jobs = jobs;
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
          jobs.order(connection, NAME, order.id(), Duration.ZERO);
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

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void look(Connection connection, Jobs known) throws SQLException {
    for (UUID order : orders.withoutJob(connection)) {
      known.order(connection, NAME, order, Duration.ZERO);
    }
  }

  @Override
  public Result work(Piece piece) {
    return (connection, rows) ->
        piece.isWalk()
            ? carryOn(connection, rows, piece.jobId())
            : only(connection, rows, piece.jobId(), piece.key());
  }

  @Override
  public void finished(Connection connection, UUID job) throws SQLException {
    orders.finish(connection, job, clock.instant());
  }

  @Override
  public void cancelled(Connection connection, UUID job) throws SQLException {
    orders.finish(connection, job, clock.instant());
  }

  private Progress carryOn(Connection connection, Rows rows, UUID order) throws SQLException {
    Optional<Open> open = orders.open(connection, order);
    if (open.isEmpty()) {
      return Progress.finished(0);
    }
    String reached = open.get().topic().orElse("");
    for (PublishedStates kind : kinds) {
      String topic = kind.topic().topicName();
      int place = topic.compareTo(reached);
      if (place < 0) {
        continue;
      }
      List<Present> part =
          kind.next(
              connection,
              open.get().order().selection(clock.getZone()),
              place == 0 ? open.get().lastKey() : "",
              PART);
      if (!part.isEmpty()) {
        orders.advance(connection, order, topic, part.get(part.size() - 1).key());
        return Progress.more(repeat(connection, rows, order, kind, part));
      }
    }
    return Progress.finished(0);
  }

  private Progress only(Connection connection, Rows rows, UUID order, String key)
      throws SQLException {
    int end = key.indexOf(BETWEEN);
    for (PublishedStates kind : kinds) {
      if (kind.topic().topicName().equals(key.substring(0, end))) {
        List<Present> state = kind.only(connection, key.substring(end + 1));
        return Progress.finished(repeat(connection, rows, order, kind, state));
      }
    }
    return Progress.finished(0);
  }

  private int repeat(
      Connection connection, Rows rows, UUID order, PublishedStates kind, List<Present> states)
      throws SQLException {
    int appended =
        rows.each(
            connection,
            states,
            present -> kind.topic().topicName() + BETWEEN + present.key(),
            present ->
                outbox.repeat(
                    connection, kind.topic(), present.key(), present.version(), present.state()));
    orders.appended(connection, order, appended);
    return appended;
  }
}
