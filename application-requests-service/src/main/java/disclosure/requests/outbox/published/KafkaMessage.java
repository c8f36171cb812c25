package disclosure.requests.outbox.published;

import disclosure.edge.trace.TraceParent;
import disclosure.requests.contract.Topic;
import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event as Kafka has it: in binary mode, its data the value, all else in headers. */
public final class KafkaMessage {

  private KafkaMessage() {}

  /**
   * The record of an event.
   *
   * @param span that it is published in, which its readers go on from
   */
  public static ProducerRecord<String, byte[]> of(
      Topic topic, String key, CloudEvent event, Span span) {
    ProducerRecord<String, byte[]> message =
        new ProducerRecord<>(topic.topicName(), key, bytes(event.data()));
    event
        .headers()
        .forEach((header, value) -> message.headers().add(header.header(), bytes(value)));
    TraceParent.of(span)
        .ifPresent(parent -> message.headers().add(TraceParent.HEADER, bytes(parent.text())));
    return message;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
