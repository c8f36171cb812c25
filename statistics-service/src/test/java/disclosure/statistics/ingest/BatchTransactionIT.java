package disclosure.statistics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import disclosure.requests.contract.CloudEventHeader;
import disclosure.requests.contract.Topic;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchTransactionIT {

  private DataSource database;
  private BatchTransaction transaction;

  @BeforeEach
  void open() throws Exception {
    database = CountingDatabase.empty().asService();
    transaction = new BatchTransaction(database);
  }

  @Test
  void a_batch_of_another_topic_of_the_name_is_not_counted() throws Exception {
    create("old topic", 0);

    assertThatExceptionOfType(CountingStopped.class)
        .isThrownBy(() -> transaction.apply(batch("new topic", 0, 0)))
        .withMessageContaining("anew");
    assertThat(position()).contains(new Positions.Position("old topic", 0));
  }

  @Test
  void a_batch_without_a_stored_position_is_not_counted() throws Exception {
    assertThatExceptionOfType(CountingStopped.class)
        .isThrownBy(() -> transaction.apply(batch("topic", 0, 0)))
        .withMessageContaining("missing");
    assertThat(position()).isEmpty();
  }

  @Test
  void a_batch_beyond_the_stored_position_is_sent_back_to_it() throws Exception {
    create("topic", 5);

    assertThatExceptionOfType(PositionGap.class)
        .isThrownBy(() -> transaction.apply(batch("topic", 7, 7)))
        .satisfies(gap -> assertThat(gap.storedOffset()).isEqualTo(5));
    assertThat(position()).contains(new Positions.Position("topic", 5));
  }

  @Test
  void a_gap_that_compaction_left_is_none() throws Exception {
    create("topic", 5);

    assertThat(transaction.apply(batch("topic", 5, 9)).rejected()).isEqualTo(1);
    assertThat(position()).contains(new Positions.Position("topic", 10));
  }

  @Test
  void a_batch_that_is_counted_already_changes_nothing() throws Exception {
    create("topic", 5);

    assertThat(transaction.apply(batch("topic", 3, 4))).isEqualTo(Applied.nothing(1));
    assertThat(position()).contains(new Positions.Position("topic", 5));
  }

  private void create(String topicId, long offset) throws Exception {
    try (Connection connection = database.getConnection()) {
      Positions.create(connection, Topic.ORGANS, 0, topicId, offset);
    }
  }

  private Optional<Positions.Position> position() throws Exception {
    try (Connection connection = database.getConnection()) {
      return Positions.find(connection, Topic.ORGANS, 0);
    }
  }

  /** A tombstone, which is parked. */
  private static PartitionBatch batch(String topicId, long readFrom, long offset) {
    return new PartitionBatch(
        Topic.ORGANS,
        topicId,
        0,
        readFrom,
        List.of(
            new IncomingEvent(
                offset,
                Optional.of(0),
                Optional.of("key"),
                Map.of(CloudEventHeader.TYPE.header(), Topic.ORGANS.eventType()),
                Optional.empty())));
  }
}
