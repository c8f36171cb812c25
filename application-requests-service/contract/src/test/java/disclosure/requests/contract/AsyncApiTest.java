package disclosure.requests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The AsyncAPI document says what {@link Topic} and {@link CloudEventHeader} say. */
class AsyncApiTest {

  private static final JsonNode DOCUMENT = read();

  @Test
  void it_has_a_channel_and_a_sending_operation_for_every_topic_and_no_other() {
    TreeSet<String> topics = new TreeSet<>();
    Arrays.stream(Topic.values()).forEach(topic -> topics.add(channelName(topic)));

    assertThat(names(DOCUMENT.path("channels"))).isEqualTo(topics);
    assertThat(DOCUMENT.path("operations")).hasSameSizeAs(topics);
    TreeSet<String> sent = new TreeSet<>();
    for (JsonNode operation : DOCUMENT.path("operations")) {
      assertThat(operation.path("action").asText()).isEqualTo("send");
      sent.add(operation.at("/channel/$ref").asText().replace("#/channels/", ""));
    }
    assertThat(sent).isEqualTo(topics);
  }

  @ParameterizedTest
  @EnumSource
  void a_channel_has_the_name_partitions_and_settings_of_its_topic(Topic topic) {
    JsonNode channel = DOCUMENT.path("channels").path(channelName(topic));
    JsonNode kafka = channel.at("/bindings/kafka");

    assertThat(channel.path("address").asText()).isEqualTo(topic.topicName());
    assertThat(kafka.path("topic").asText()).isEqualTo(topic.topicName());
    assertThat(kafka.path("partitions").asInt()).isEqualTo(topic.partitions());
    Map<String, String> settings = new TreeMap<>();
    kafka
        .path("topicConfiguration")
        .properties()
        .forEach(
            setting ->
                settings.put(
                    setting.getKey(),
                    setting.getValue().isArray()
                        ? setting.getValue().path(0).asText()
                        : setting.getValue().asText()));
    assertThat(settings).isEqualTo(new TreeMap<>(topic.settings()));
  }

  @ParameterizedTest
  @EnumSource
  void a_message_has_the_type_schema_and_key_of_its_topic(Topic topic) {
    JsonNode message = message(topic);

    assertThat(message.path("name").asText()).isEqualTo(topic.eventType());
    JsonNode own = message.at("/headers/allOf/1/properties");
    assertThat(own.at("/ce_type/const").asText()).isEqualTo(topic.eventType());
    assertThat(own.at("/ce_dataschema/const").asText()).isEqualTo(topic.schemaId());
    assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo(topic.schema());
    String key = message.at("/bindings/kafka/key/description").asText();
    assertThat(topic.data().getRecordComponents()[0].getName()).isEqualTo(key);
  }

  @Test
  void the_headers_are_those_of_the_events_and_all_but_the_trace_are_required() {
    JsonNode headers = DOCUMENT.at("/components/schemas/cloudEventHeaders");
    TreeSet<String> expected = new TreeSet<>();
    Arrays.stream(CloudEventHeader.values()).forEach(header -> expected.add(header.header()));

    assertThat(headers.path("required")).hasSameSizeAs(expected);
    headers.path("required").forEach(name -> assertThat(expected).contains(name.asText()));
    expected.add("traceparent");
    assertThat(names(headers.path("properties"))).isEqualTo(expected);
    assertThat(constant(headers, CloudEventHeader.SPEC_VERSION))
        .isEqualTo(CloudEventHeader.VERSION_1);
    assertThat(constant(headers, CloudEventHeader.SOURCE)).isEqualTo(CloudEventHeader.REGISTER);
    assertThat(constant(headers, CloudEventHeader.CONTENT_TYPE)).isEqualTo(CloudEventHeader.JSON);
  }

  @Test
  void every_reference_leads_somewhere() {
    DOCUMENT
        .findValuesAsText("$ref")
        .forEach(
            reference -> {
              if (reference.startsWith("#")) {
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
              } else {
                assertThat(Json.resource(reference)).as(reference).isNotNull();
              }
            });
  }

  private static String channelName(Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT);
  }

  private static JsonNode message(Topic topic) {
    JsonNode messages = DOCUMENT.path("channels").path(channelName(topic)).path("messages");
    assertThat(messages).hasSize(1);
    return DOCUMENT.at(messages.elements().next().path("$ref").asText().substring(1));
  }

  private static String constant(JsonNode headers, CloudEventHeader header) {
    return headers.path("properties").path(header.header()).path("const").asText();
  }

  private static TreeSet<String> names(JsonNode object) {
    TreeSet<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Json.resource("asyncapi.yaml"));
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
