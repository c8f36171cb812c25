package disclosure.requests.outbox.sending;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the relay's producer. It is the Kafka client itself and no messaging channel: a channel
 * retries on top of the client, which breaks the order within a key, or else asks for settings that
 * switch idempotence off.
 */
public final class RelayProducer {

  private static final Map<String, Object> DEFAULTS =
      Map.of(
          ProducerConfig.CLIENT_ID_CONFIG, "outbox-relay",
          ProducerConfig.ACKS_CONFIG, "all",
          ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
          ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5,
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
          // Together shorter than the relay's lease, and than the patience with it when it stops.
          ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000,
          ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000,
          ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000,
          // A batch of the outbox in few requests.
          ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);

  private final Map<String, Object> settings;

  /**
   * @param overrides what the deployment sets as {@code kafka.*}
   * @throws IllegalStateException when events could get lost or out of order with these settings
   */
  public RelayProducer(Map<String, Object> overrides) {
    Map<String, Object> all = new HashMap<>(DEFAULTS);
    all.putAll(overrides);
    all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    all.keySet().retainAll(ProducerConfig.configNames());
    this.settings = Map.copyOf(all);
    check(new ProducerConfig(settings));
  }

  /** A new one. */
  public Producer<String, byte[]> open() {
    return new KafkaProducer<>(settings);
  }

  private static void check(ProducerConfig effective) {
    require(
        "-1".equals(effective.getString(ProducerConfig.ACKS_CONFIG)),
        "kafka.acks must be all: an event that only one broker has seen can get lost");
    require(
        effective.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG),
        "kafka.enable.idempotence must be true: a retry could write events out of order");
    require(
        effective.getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION) <= 5,
        "kafka.max.in.flight.requests.per.connection must be at most 5");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalStateException(message);
    }
  }
}
