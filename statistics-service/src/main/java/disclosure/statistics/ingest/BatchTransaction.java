package disclosure.statistics.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Applies one batch in one transaction: lock the position, apply what is not counted yet, store the
 * position. A batch that was counted already changes nothing.
 */
final class BatchTransaction {

  private final DataSource database;

  BatchTransaction(DataSource database) {
    this.database = database;
  }

  /**
   * Applies the batch once.
   *
   * @throws PositionGap when the batch begins after the stored position
   * @throws CountingStopped when there is no stored position, or it belongs to another topic of the
   *     same name
   */
  Applied apply(PartitionBatch batch) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Applied applied = apply(connection, batch);
        connection.commit();
        return applied;
      } catch (SQLException | RuntimeException failure) {
        connection.rollback();
        throw failure;
      }
    }
  }

  private static Applied apply(Connection connection, PartitionBatch batch) throws SQLException {
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
    if (fresh.isEmpty()) {
      return Applied.NOTHING;
    }
    Rejections rejections = new Rejections();
    Applied applied = writer(batch).apply(connection, fresh, rejections);
    rejections.store(connection, batch);
    Positions.store(connection, batch);
    ChangeNotice.send(connection, batch.topic(), applied.changed());
    return new Applied(applied.applied(), applied.stale(), rejections.size(), applied.changed());
  }

  private static StateWriter writer(PartitionBatch batch) {
    return switch (batch.topic()) {
      case APPLICATIONS -> new ApplicationStates();
      case ORGANS -> new OrganStates();
      case DISPUTES -> new DisputeStates();
    };
  }
}
