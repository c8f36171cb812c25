package disclosure.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.CloudEventHeader;
import disclosure.requests.contract.DisputeState;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.OrganTerm;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes on the register's topics as its contract says. */
public final class Register implements AutoCloseable {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final KafkaProducer<byte[], byte[]> producer;

  /** At the Kafka of all tests. */
  public Register() {
    this(Servers.running().get("KAFKA_BOOTSTRAP_SERVERS"));
  }

  /** At another one. */
  public Register(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** An application's state; concluded when there is an outcome. */
  public static ApplicationState application(
      UUID id,
      long version,
      String organ,
      ApplicantType type,
      String receivedOn,
      Optional<Outcome> outcome,
      Optional<String> concludedOn) {
    return application(id, version, organ, type, receivedOn, outcome, concludedOn, Instant.EPOCH);
  }

  /** The same, recorded at a moment. */
  public static ApplicationState application(
      UUID id,
      long version,
      String organ,
      ApplicantType type,
      String receivedOn,
      Optional<Outcome> outcome,
      Optional<String> concludedOn,
      Instant recordedAt) {
    return new ApplicationState(
        id,
        version,
        new OrganCode(organ),
        type,
        Channel.ONLINE,
        LocalDate.parse(receivedOn),
        outcome.isPresent() ? ApplicationStatus.CONCLUDED : ApplicationStatus.IN_PROGRESS,
        outcome,
        concludedOn.map(LocalDate::parse),
        Optional.empty(),
        false,
        false,
        false,
        recordedAt);
  }

  /** Publishes an organ. */
  public void organ(String code, String name, Optional<String> parent) {
    organ(code, name, parent, Optional.empty());
  }

  /** Publishes an organ of a kind. */
  public void organ(String code, String name, Optional<String> parent, OrganKind kind) {
    organ(code, name, parent, Optional.empty(), kind);
  }

  /** Publishes an organ that exists up to a day. */
  public void organ(String code, String name, Optional<String> parent, Optional<String> validTo) {
    organ(code, name, parent, validTo, OrganKind.DEPARTMENT);
  }

  private void organ(
      String code, String name, Optional<String> parent, Optional<String> validTo, OrganKind kind) {
    organ(
        new OrganState(
            new OrganCode(code),
            1,
            name,
            kind,
            parent.map(OrganCode::new),
            Optional.empty(),
            validTo.map(LocalDate::parse),
            Optional.empty(),
            List.of(),
            Instant.EPOCH));
  }

  /** Publishes an organ that was below one until a day, and is below another since. */
  public void moved(String code, String name, String before, String until, String since) {
    organ(
        new OrganState(
            new OrganCode(code),
            1,
            name,
            OrganKind.DEPARTMENT,
            Optional.of(new OrganCode(since)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(
                new OrganTerm(
                    LocalDate.parse(until),
                    name,
                    OrganKind.DEPARTMENT,
                    Optional.of(new OrganCode(before)))),
            Instant.EPOCH));
  }

  /** Publishes an organ. */
  public void organ(OrganState state) {
    publish(Topic.ORGANS, state.organCode().value(), state.version(), state);
  }

  /** Publishes an application. */
  public void application(ApplicationState state) {
    publish(Topic.APPLICATIONS, state.applicationId().toString(), state.version(), state);
  }

  /** Publishes a dispute. */
  public void dispute(DisputeState state) {
    publish(Topic.DISPUTES, state.disputeId().toString(), state.version(), state);
  }

  /** Publishes any bytes as the value of an otherwise right record. */
  public void raw(Topic topic, String key, byte[] value) {
    send(topic, key, 1, value);
  }

  /** The same, with headers that are not right. */
  public void raw(Topic topic, String key, byte[] value, Map<CloudEventHeader, String> headers) {
    ProducerRecord<byte[], byte[]> event = event(topic, key, 1, value);
    headers.forEach(
        (header, text) -> {
          event.headers().remove(header.header());
          header(event, header, text);
        });
    send(event);
  }

  private void publish(Topic topic, String key, long version, Record state) {
    send(topic, key, version, json(state));
  }

  private void send(Topic topic, String key, long version, byte[] value) {
    send(event(topic, key, version, value));
  }

  private static ProducerRecord<byte[], byte[]> event(
      Topic topic, String key, long version, byte[] value) {
    ProducerRecord<byte[], byte[]> event =
        new ProducerRecord<>(topic.topicName(), bytes(key), value);
    header(event, CloudEventHeader.SPEC_VERSION, CloudEventHeader.VERSION_1);
    header(event, CloudEventHeader.ID, key + ":" + version);
    header(event, CloudEventHeader.SOURCE, CloudEventHeader.REGISTER);
    header(event, CloudEventHeader.TYPE, topic.eventType());
    header(event, CloudEventHeader.SUBJECT, key);
    header(event, CloudEventHeader.TIME, Instant.now().toString());
    header(event, CloudEventHeader.CONTENT_TYPE, CloudEventHeader.JSON);
    return event;
  }

  private void send(ProducerRecord<byte[], byte[]> event) {
    try {
      producer.send(event).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (java.util.concurrent.ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The JSON of a contract's record. */
  public static byte[] json(Record state) {
    try {
      return MAPPER.writeValueAsBytes(state);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void header(
      ProducerRecord<byte[], byte[]> event, CloudEventHeader header, String value) {
    event.headers().add(header.header(), bytes(value));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
  }
}
