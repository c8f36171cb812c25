package disclosure.acceptance.product;

import disclosure.requests.contract.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What the topics hold. */
final class Events {

  private Events() {}

  /** Where each partition of the register's topics ends: it moves with every event written. */
  static Map<String, String> ends(String bootstrapServers) {
    Map<TopicPartition, OffsetSpec> partitions =
        Arrays.stream(Topic.values())
            .flatMap(
                topic ->
                    IntStream.range(0, topic.partitions())
                        .mapToObj(number -> new TopicPartition(topic.topicName(), number)))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    Map<String, String> ends = new TreeMap<>();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      admin
          .listOffsets(partitions)
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition.toString(), "" + end.offset()));
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    return ends;
  }
}
