package disclosure.statistics.ingest;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of a batch that are parked, stored with the batch. */
final class Rejections {

  /** One parked record; subject and version are kept only when they were read. */
  private record Entry(
      long offset, RejectionCause cause, Optional<String> subject, Optional<Long> version) {}

  private final List<Entry> entries = new ArrayList<>();

  void add(long offset, RejectionCause cause) {
    entries.add(new Entry(offset, cause, Optional.empty(), Optional.empty()));
  }

  void contradiction(long offset, String subject, long version) {
    entries.add(
        new Entry(
            offset, RejectionCause.CONTRADICTION, Optional.of(subject), Optional.of(version)));
  }

  void addAll(Rejections others) {
    entries.addAll(others.entries);
  }

  boolean has(long offset) {
    return entries.stream().anyMatch(entry -> entry.offset() == offset);
  }

  int size() {
    return entries.size();
  }

  void store(Connection connection, PartitionBatch batch) throws SQLException {
    Sql.of(
            connection,
            """
            INSERT INTO rejected_event
              (topic, partition, topic_id, record_offset, cause, subject, version)
            VALUES (:topic, :partition, :topicId, :offset, :cause, :subject, :version)
            ON CONFLICT DO NOTHING
            """)
        .with("topic", batch.topic().topicName())
        .with("partition", batch.partition())
        .with("topicId", batch.topicId())
        .batch(entries);
  }
}
