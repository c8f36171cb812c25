package disclosure.statistics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.MethodScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Json.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema files say what the records say. */
class SchemaTest {

  /** What a schema says beyond the types of a record; other tests look at these. */
  private static final List<String> BEYOND_TYPES =
      List.of("$id", "title", "description", "minimum", "pattern", "minItems", "prefixItems");

  @ParameterizedTest
  @EnumSource
  void properties_types_codes_and_presence_are_those_of_the_record(Table table) throws Exception {
    ObjectNode fromFile = (ObjectNode) Json.resource(table.schema);
    JsonNode row = fromFile.remove("$defs").path("row");
    ((ObjectNode) fromFile.at("/properties/rows")).set("items", row);
    // The generator calls what a method gives "number()".
    String generated = generator().generateSchema(table.record).toString().replace("()", "");
    JsonNode fromRecord = Json.MAPPER.readTree(generated);

    assertThat(typesOf(fromFile)).isEqualTo(typesOf(fromRecord));
  }

  @Test
  void rows_are_listed_in_the_order_of_the_form() {
    assertThat(rowCodes(Table.MATRIX, "code"))
        .containsExactlyElementsOf(Arrays.stream(FormRow.values()).map(Enum::name).toList());
    assertThat(rowCodes(Table.DISPUTES, "kind"))
        .containsExactlyElementsOf(Arrays.stream(DisputeKind.values()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @EnumSource
  void every_property_is_described(Table table) {
    JsonNode schema = Json.resource(table.schema);

    for (String properties : List.of("/properties", "/$defs/row/properties")) {
      assertThat(schema.at(properties))
          .isNotEmpty()
          .allSatisfy(property -> assertThat(property.path("description").asText()).isNotBlank());
    }
  }

  private static List<String> rowCodes(Table table, String code) {
    JsonNode rows = Json.resource(table.schema).at("/properties/rows/prefixItems");
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.at("/properties/" + code + "/const").asText())
        .toList();
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.NONSTATIC_NONVOID_NONGETTER_METHODS)
            .without(Option.FLATTENED_OPTIONALS);
    config
        .forFields()
        .withRequiredCheck(SchemaTest::isRequired)
        .withTargetTypeOverridesResolver(
            field -> isOptional(field) ? field.getType().getTypeParameters() : null);
    config
        .forMethods()
        .withIgnoreCheck(
            method -> method.getAnnotation(JsonProperty.class) == null || isComponent(method))
        .withRequiredCheck(method -> !isOptional(method));
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (type, context) -> {
              if (type.getErasedType() == OrganCode.class) {
                return inline(Json.MAPPER.createObjectNode().put("type", "string"));
              }
              return type.getErasedType() == Counts.class ? inline(counts()) : null;
            });
    return new SchemaGenerator(config.build());
  }

  private static ObjectNode counts() {
    ObjectNode counts = Json.MAPPER.createObjectNode().put("type", "object");
    for (ApplicantType type : ApplicantType.values()) {
      counts.withObject("/properties/" + type).put("type", "integer").put("format", "int64");
      counts.withArray("required").add(type.name());
    }
    return counts;
  }

  private static CustomDefinition inline(ObjectNode definition) {
    return new CustomDefinition(definition, DefinitionType.INLINE, AttributeInclusion.YES);
  }

  private static boolean isComponent(MethodScope method) {
    return Arrays.stream(method.getDeclaringType().getErasedType().getRecordComponents())
        .anyMatch(component -> component.getAccessor().equals(method.getRawMember()));
  }

  /** A reader takes tables of before there was a field that isn't. */
  private static boolean isRequired(FieldScope field) {
    JsonProperty property = field.getAnnotation(JsonProperty.class);
    return property != null && property.required();
  }

  private static boolean isOptional(MemberScope<?, ?> member) {
    return member.getDeclaredType().getErasedType() == Optional.class;
  }

  /** The schema without what goes beyond types; {@code required} is a set and has no order. */
  private static JsonNode typesOf(JsonNode schema) {
    ObjectNode types = schema.deepCopy();
    types.remove(BEYOND_TYPES);
    if (types.has("items")) {
      types.set("items", typesOf(types.path("items")));
    }
    if (types.has("properties")) {
      ObjectNode properties = types.withObject("/properties");
      properties.properties().forEach(entry -> entry.setValue(typesOf(entry.getValue())));
      TreeSet<String> required = new TreeSet<>();
      types.path("required").forEach(name -> required.add(name.asText()));
      types.set("required", Json.MAPPER.valueToTree(required));
    }
    return types;
  }
}
