package disclosure.statistics.channel;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.Dependent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Where Kafka is, and as whom and how safely it is asked, as the deployment sets it ({@code
 * kafka.*}). Every client has it from here, beside what it does itself.
 */
@Dependent
public class KafkaConnection {

  private static final String PLACE = "bootstrap.servers";

  private final Map<String, Object> settings;

  KafkaConnection(@Identifier("default-kafka-broker") Map<String, Object> settings) {
    this.settings =
        settings.entrySet().stream()
            .filter(setting -> connects(setting.getKey()))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static boolean connects(String setting) {
    return setting.equals(PLACE)
        || Stream.of("security.", "sasl.", "ssl.").anyMatch(setting::startsWith);
  }

  /** One that trusts the network and shows nothing of itself. */
  public static KafkaConnection to(String bootstrapServers) {
    return new KafkaConnection(Map.of(PLACE, bootstrapServers));
  }

  /** A client that asks about topics. */
  Admin admin(Map<String, Object> own) {
    return Admin.create(with(own, AdminClientConfig.configNames()));
  }

  /** A client that reads records as bytes. */
  public KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> own) {
    return new KafkaConsumer<>(
        with(own, ConsumerConfig.configNames()),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private Map<String, Object> with(Map<String, Object> own, Set<String> known) {
    Map<String, Object> all = new HashMap<>(settings);
    all.keySet().retainAll(known);
    all.putAll(own);
    return all;
  }
}
