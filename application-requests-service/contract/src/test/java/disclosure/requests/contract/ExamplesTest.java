package disclosure.requests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The example events fit the schemas and the records; the wrong ones fit neither. */
class ExamplesTest {

  static Stream<Arguments> examples() {
    return filesIn("examples/");
  }

  static Stream<Arguments> wrong() {
    return filesIn("wrong/");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_fits_its_schema(Topic topic, Path example) {
    assertThat(Json.violations(topic, Json.tree(example))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_is_read_and_written_back_the_same(Topic topic, Path example) throws Exception {
    JsonNode data = Json.tree(example);

    byte[] written = Json.MAPPER.writeValueAsBytes(read(topic, data));

    assertThat(Json.MAPPER.readTree(written)).isEqualTo(data);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_reader_survives_properties_that_it_does_not_know(Topic topic, Path example)
      throws Exception {
    ObjectNode data = (ObjectNode) Json.tree(example);
    Record expected = read(topic, data);
    data.put("addedLater", 1);

    assertThat(read(topic, data)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void an_event_without_a_required_property_is_refused(Topic topic) {
    for (JsonNode property : Json.schema(topic).path("required")) {
      ObjectNode data = (ObjectNode) Json.tree(Json.files("examples/" + topic.topicName()).get(0));
      data.remove(property.asText());

      assertThat(Json.violations(topic, data)).isNotEmpty();
      assertThatThrownBy(() -> read(topic, data))
          .isInstanceOf(JsonProcessingException.class)
          .hasMessageContaining(property.asText());
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_event_whose_required_property_is_null_is_refused(Topic topic) {
    for (RecordComponent component : topic.data().getRecordComponents()) {
      if (isRequired(component) && component.getType() != boolean.class) {
        ObjectNode data =
            (ObjectNode) Json.tree(Json.files("examples/" + topic.topicName()).get(0));
        data.putNull(component.getName());

        assertThat(Json.violations(topic, data)).isNotEmpty();
        assertThatThrownBy(() -> read(topic, data))
            .isInstanceOf(JsonProcessingException.class)
            .hasMessageContaining(component.getName() + " is ");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void a_wrong_event_fits_neither_schema_nor_record(Topic topic, Path wrong) {
    JsonNode data = Json.tree(wrong);

    assertThat(Json.violations(topic, data)).isNotEmpty();
    assertThatThrownBy(() -> read(topic, data)).isInstanceOf(JsonProcessingException.class);
  }

  private static boolean isRequired(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property != null && property.required();
  }

  private static Record read(Topic topic, JsonNode data) throws JsonProcessingException {
    return Json.MAPPER.treeToValue(data, topic.data());
  }

  private static Stream<Arguments> filesIn(String folder) {
    return Arrays.stream(Topic.values())
        .flatMap(
            topic -> {
              List<Path> files = Json.files(folder + topic.topicName());
              assertThat(files).isNotEmpty();
              return files.stream().map(file -> Arguments.of(topic, file));
            });
  }
}
