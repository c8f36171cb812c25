package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import disclosure.acceptance.product.Instances.Instance;
import disclosure.requests.contract.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events go their way through a Kafka that is set up as in compose, and no other way. */
@Tag("soak")
class SecuredKafkaE2ET {

  private static final String ORGAN = "11141124012345698T";
  private static final TopicPartition ORGANS = new TopicPartition(Topic.ORGANS.topicName(), 0);

  private static Path data;
  private static ComposeKafka kafka;
  private static Instances instances;
  private static Instance statistics;

  @BeforeAll
  static void start() throws Exception {
    data = Checkout.folder("secured-kafka");
    kafka = ComposeKafka.of(data.resolve("certificates"));
    instances = Instances.start(data, kafka);
    statistics = instances.add("statistics");
    instances.up();
    statistics.up();
  }

  @AfterAll
  static void stop() {
    if (instances != null) {
      instances.close();
    }
    Checkout.delete(data);
  }

  @Test
  void what_the_register_writes_the_statistics_count_and_count_anew() {
    Client client = statistics.client();
    client.put(
        "administrator",
        "requests",
        "/organs/" + ORGAN,
        "{\"name\":\"某机关\",\"kind\":\"DEPARTMENT\"}");
    String matrix = "/matrix?year=2024&organ=" + ORGAN;
    await().atMost(Duration.ofMinutes(1)).until(() -> statistics.status(matrix) == 200);

    assertThat(client.post("administrator", "statistics", "/rebuild", "").statusCode())
        .isEqualTo(202);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                client
                    .get("administrator", "statistics", "/rebuild")
                    .get("state")
                    .asText()
                    .equals("DONE"));
    assertThat(statistics.status(matrix)).isEqualTo(200);
  }

  @Test
  void whoever_shows_no_certificate_gets_no_answer() {
    Map<String, Object> stranger = as("statistics-service");
    stranger.keySet().removeIf(setting -> setting.startsWith("ssl.keystore"));
    stranger.put("default.api.timeout.ms", 2_000);
    stranger.put("request.timeout.ms", 1_000);
    try (Admin admin = Admin.create(stranger)) {
      assertThatThrownBy(() -> admin.listTopics().names().get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class);
    }
  }

  @Test
  void the_statistics_may_not_write_what_they_count() {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            as("statistics-service"), new ByteArraySerializer(), new ByteArraySerializer())) {
      assertThatThrownBy(
              () ->
                  producer
                      .send(new ProducerRecord<>(ORGANS.topic(), new byte[1]))
                      .get(20, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(AuthorizationException.class);
    }
  }

  @Test
  void the_register_may_not_read() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            as("application-requests-service"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(ORGANS));
      consumer.seek(ORGANS, 0);
      assertThatThrownBy(
              () -> {
                while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
                  assertThat(consumer.assignment()).isNotEmpty();
                }
              })
          .isInstanceOf(AuthorizationException.class);
    }
  }

  private static Map<String, Object> as(String service) {
    Map<String, Object> settings = new HashMap<>(kafka.client(service));
    settings.put("bootstrap.servers", instances.kafka().bootstrapServers());
    return settings;
  }
}
