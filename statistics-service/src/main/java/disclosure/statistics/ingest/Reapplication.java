package disclosure.statistics.ingest;

import disclosure.requests.contract.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts a record that was parked, once it can be read. */
public final class Reapplication {

  private final DataSource database;

  /** Applies to the counts that are asked. */
  public Reapplication(DataSource database) {
    this.database = database;
  }

  /** Counts it and closes what was parked; false when it still can't be counted. */
  public boolean apply(ParkedEvent parked, ConsumerRecord<byte[], byte[]> found)
      throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Rejections rejections = new Rejections();
        Topic topic = Topic.named(parked.topic());
        Applied applied =
            BatchTransaction.writer(topic, true, ConflictMode.ANYTHING)
                .apply(connection, List.of(IncomingEvent.of(found)), rejections);
        if (rejections.size() > 0) {
          connection.rollback();
          return false;
        }
        ParkedEvents.resolve(connection, parked, "APPLIED");
        ChangeNotice.send(connection, topic, applied.changed(), List.of());
        connection.commit();
        return true;
      } catch (SQLException | RuntimeException | Error failure) {
        connection.rollback();
        if (failure instanceof SQLException refused && BatchTransaction.isDataError(refused)) {
          return false;
        }
        throw failure;
      }
    }
  }
}
