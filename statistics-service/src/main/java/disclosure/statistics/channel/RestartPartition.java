package disclosure.statistics.channel;

import disclosure.statistics.ingest.Positions;
import disclosure.storage.FailureLog;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Has a partition that a fault stopped counted again, from its stored position. */
@ApplicationScoped
class RestartPartition {

  private final KafkaClientService kafka;
  private final StoredPositions positions;
  private final Partitions partitions;

  RestartPartition(
      KafkaClientService kafka,
      @Identifier("stored-positions") StoredPositions positions,
      Partitions partitions) {
    this.kafka = kafka;
    this.positions = positions;
    this.partitions = partitions;
  }

  /** Begins anew as though it were assigned; later, when the database is away. */
  void restart(TopicPartition partition, StoredPositions.Extent topic) {
    try {
      Positions.Position stored = positions.find(partition, topic);
      kafka
          .getConsumer(RegisterChannel.NAME)
          .runOnPollingThread(
              consumer -> {
                if (consumer.assignment().contains(partition)) {
                  positions.begin(consumer, partition, topic, stored);
                } else {
                  partitions.revoke(Set.of(partition));
                }
              })
          .subscribe()
          .with(done -> {}, failure -> partitions.halt(partition, failure));
    } catch (SQLException | RuntimeException failure) {
      if (!FailureLog.isOutage(failure)) {
        partitions.halt(partition, failure);
      }
    }
  }
}
