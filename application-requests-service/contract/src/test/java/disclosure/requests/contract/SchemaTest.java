package disclosure.requests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema files say what the records say. */
class SchemaTest {

  /** What a schema says beyond the types of a record; examples and properties check it. */
  private static final List<String> BEYOND_TYPES =
      List.of(
          "$id",
          "title",
          "description",
          "minimum",
          "pattern",
          "if",
          "then",
          "else",
          "dependentRequired");

  @ParameterizedTest
  @EnumSource
  void properties_types_codes_and_presence_are_those_of_the_record(Topic topic) {
    JsonNode fromFile = Json.schema(topic);
    JsonNode fromRecord = generator().generateSchema(topic.data());

    assertThat(typesOf(fromFile)).isEqualTo(typesOf(fromRecord));
  }

  @ParameterizedTest
  @EnumSource
  void the_schema_has_the_id_that_events_name(Topic topic) {
    assertThat(Json.schema(topic).path("$id").asText()).isEqualTo(topic.schemaId());
  }

  @ParameterizedTest
  @EnumSource
  void every_property_is_described(Topic topic) {
    assertThat(Json.schema(topic).path("properties"))
        .allSatisfy(property -> assertThat(property.path("description").asText()).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void properties_added_later_are_valid(Topic topic) {
    ObjectNode example = (ObjectNode) Json.tree(Json.files("examples/" + topic.topicName()).get(0));
    example.put("addedLater", "x");

    assertThat(Json.violations(topic, example)).isEmpty();
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.INLINE_ALL_SCHEMAS)
            .without(Option.FLATTENED_OPTIONALS);
    config
        .forFields()
        .withRequiredCheck(field -> !isOptional(field) && !isList(field))
        // An absent part is left out of the JSON and never written as null.
        .withTargetTypeOverridesResolver(
            field -> isOptional(field) ? field.getType().getTypeParameters() : null);
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) ->
                type.getErasedType() == OrganCode.class
                    ? new CustomDefinition(
                        Json.MAPPER.createObjectNode().put("type", "string"),
                        DefinitionType.INLINE,
                        AttributeInclusion.YES)
                    : null);
    return new SchemaGenerator(config.build());
  }

  private static boolean isOptional(FieldScope field) {
    return field.getDeclaredType().getErasedType() == Optional.class;
  }

  /** A list without elements is left out. */
  private static boolean isList(FieldScope field) {
    return field.getDeclaredType().getErasedType() == List.class;
  }

  /** The schema without what goes beyond types; {@code required} is a set and has no order. */
  private static JsonNode typesOf(JsonNode schema) {
    ObjectNode types = schema.deepCopy();
    types.remove(BEYOND_TYPES);
    ObjectNode properties = (ObjectNode) types.path("properties");
    properties.properties().forEach(property -> property.setValue(typeOf(property.getValue())));
    TreeSet<String> required = new TreeSet<>();
    types.path("required").forEach(name -> required.add(name.asText()));
    types.set("required", Json.MAPPER.valueToTree(required));
    return types;
  }

  private static JsonNode typeOf(JsonNode property) {
    ObjectNode type = property.deepCopy();
    type.remove(BEYOND_TYPES);
    if (type.path("items").has("properties")) {
      type.set("items", typesOf(type.path("items")));
    }
    return type;
  }
}
