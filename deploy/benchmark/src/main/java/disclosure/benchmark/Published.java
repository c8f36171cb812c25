package disclosure.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.requests.contract.CloudEventHeader;
import disclosure.requests.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts states on their topics as the register does. */
final class Published implements AutoCloseable {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final KafkaProducer<byte[], byte[]> producer;

  Published(Servers servers) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", servers.kafka(), "linger.ms", 20, "batch.size", 131_072),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends a state. */
  @SuppressWarnings("FutureReturnValueIgnored") // close() waits, and the counts are compared later
  void send(Topic topic, String id, long version, Record state) {
    try {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(topic.topicName(), bytes(id), JSON.writeValueAsBytes(state));
      header(record, CloudEventHeader.SPEC_VERSION, CloudEventHeader.VERSION_1);
      header(record, CloudEventHeader.ID, id + ":" + version);
      header(record, CloudEventHeader.SOURCE, CloudEventHeader.REGISTER);
      header(record, CloudEventHeader.TYPE, topic.eventType());
      header(record, CloudEventHeader.SUBJECT, id);
      header(record, CloudEventHeader.DATA_SCHEMA, topic.schemaId());
      header(record, CloudEventHeader.CONTENT_TYPE, CloudEventHeader.JSON);
      producer.send(record);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static void header(
      ProducerRecord<byte[], byte[]> record, CloudEventHeader header, String value) {
    record.headers().add(header.header(), bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
