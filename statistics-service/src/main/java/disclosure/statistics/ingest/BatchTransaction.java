package disclosure.statistics.ingest;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Topic;
import disclosure.statistics.trace.CountingSpans;
import disclosure.statistics.trace.TracedChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Applies one batch in one transaction: lock the position, apply what is not counted yet, store the
 * position. A batch that was counted already changes nothing.
 */
public final class BatchTransaction {

  private final DataSource database;
  private final Optional<String> schema;

  /** Applies to the counts that are asked. */
  public BatchTransaction(DataSource database) {
    this(database, Optional.empty());
  }

  /** Applies to the tables of another schema, whose changes nobody is told of. */
  BatchTransaction(DataSource database, Optional<String> schema) {
    this.database = database;
    this.schema = schema;
  }

  /**
   * Applies the batch once.
   *
   * @throws PositionGap when the batch begins after the stored position
   * @throws CountingStopped when there is no stored position, or it belongs to another topic of the
   *     same name
   */
  public Applied apply(PartitionBatch batch) throws SQLException {
    return apply(batch, CountingSpans.NONE);
  }

  /**
   * The same, and tells which of the records that are traced it counts.
   *
   * @throws PositionGap as above
   * @throws CountingStopped as above
   */
  public Applied apply(PartitionBatch batch, CountingSpans spans) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        waitForLocks(connection);
        if (schema.isPresent()) {
          ShadowTransaction.begin(connection, schema.get());
        }
        Applied applied = apply(connection, batch, spans);
        connection.commit();
        return applied;
      } catch (SQLException | RuntimeException | Error failure) {
        connection.rollback();
        throw failure;
      }
    }
  }

  /** Another owner of the partition may be in the middle of a batch, and nobody is waiting here. */
  private static void waitForLocks(Connection connection) throws SQLException {
    try (Statement set = connection.createStatement()) {
      set.execute("SET LOCAL lock_timeout = '30s'");
    }
  }

  private Applied apply(Connection connection, PartitionBatch batch, CountingSpans spans)
      throws SQLException {
    Savepoint beginning = connection.setSavepoint();
    for (ConflictMode mode : ConflictMode.values()) {
      try {
        return apply(
            connection,
            batch,
            spans,
            (events, rejections) ->
                writer(batch.topic(), mode).apply(connection, events, rejections));
      } catch (SQLException failure) {
        if (!isDataError(failure)) {
          throw failure;
        }
        connection.rollback(beginning);
      }
    }
    return apply(
        connection,
        batch,
        spans,
        (events, rejections) -> oneByOne(connection, batch.topic(), events, rejections));
  }

  /** How the fresh events of a batch are applied. */
  private interface Way {
    Applied apply(List<IncomingEvent> events, Rejections rejections) throws SQLException;
  }

  private Applied apply(Connection connection, PartitionBatch batch, CountingSpans spans, Way way)
      throws SQLException {
    Positions.Position stored =
        Positions.lock(connection, batch.topic(), batch.partition())
            .orElseThrow(() -> new CountingStopped("its stored position is missing"));
    if (!stored.topicId().equals(batch.topicId())) {
      throw new CountingStopped("the topic was created anew");
    }
    if (batch.readFrom() > stored.nextOffset()) {
      throw new PositionGap(stored.nextOffset());
    }
    List<IncomingEvent> fresh =
        batch.events().stream().filter(event -> event.offset() >= stored.nextOffset()).toList();
    int repeated = batch.events().size() - fresh.size();
    if (fresh.isEmpty()) {
      return Applied.nothing(repeated);
    }
    Rejections rejections = new Rejections();
    Applied applied = way.apply(fresh, rejections);
    rejections.store(connection, batch);
    Positions.store(connection, batch);
    if (schema.isEmpty()) {
      ChangeNotice.send(
          connection, batch.topic(), applied.changed(), traced(fresh, rejections, spans));
    }
    return new Applied(
        applied.applied(), applied.stale(), repeated, rejections.size(), applied.changed());
  }

  /** What of the traced records is in this transaction, each once on whatever instance. */
  private static List<TracedChange> traced(
      List<IncomingEvent> fresh, Rejections rejections, CountingSpans spans) {
    if (spans.isEmpty()) {
      return List.of();
    }
    Map<Long, byte[]> states = new HashMap<>();
    for (IncomingEvent event : fresh) {
      if (spans.has(event.offset()) && !rejections.has(event.offset())) {
        event.value().ifPresent(state -> states.put(event.offset(), state));
      }
    }
    return spans.counting(states);
  }

  /** Parks the events that the database refuses, each for itself. */
  private Applied oneByOne(
      Connection connection, Topic topic, List<IncomingEvent> events, Rejections rejections)
      throws SQLException {
    int applied = 0;
    int stale = 0;
    Set<OrganCode> changed = new HashSet<>();
    for (IncomingEvent event : events) {
      Savepoint before = connection.setSavepoint();
      try {
        Rejections own = new Rejections();
        Applied one = writer(topic, ConflictMode.ANYTHING).apply(connection, List.of(event), own);
        rejections.addAll(own);
        applied += one.applied();
        stale += one.stale();
        changed.addAll(one.changed());
        connection.releaseSavepoint(before);
      } catch (SQLException failure) {
        if (!isDataError(failure)) {
          throw failure;
        }
        connection.rollback(before);
        rejections.add(event.offset(), RejectionCause.UNSTORABLE);
      }
    }
    return new Applied(applied, stale, 0, 0, changed);
  }

  /** Data exceptions and broken constraints: trying again would fail for ever. */
  static boolean isDataError(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.startsWith("22") || state.startsWith("23");
  }

  private StateWriter writer(Topic topic, ConflictMode mode) {
    return writer(topic, schema.isEmpty(), mode);
  }

  /**
   * What applies the states of a topic.
   *
   * @param noting whether there are sums over subtrees that changes must be added to
   */
  static StateWriter writer(Topic topic, boolean noting, ConflictMode mode) {
    return switch (topic) {
      case APPLICATIONS -> new ApplicationStates(noting, mode);
      case ORGANS -> new OrganStates(noting);
      case DISPUTES -> new DisputeStates();
    };
  }
}
