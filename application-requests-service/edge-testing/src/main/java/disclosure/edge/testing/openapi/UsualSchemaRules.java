package disclosure.edge.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the usual linters find in components, references and schemas. */
final class UsualSchemaRules {

  private static final String REFERENCE = "$ref";

  /** What may stand beside a reference since 3.1. */
  private static final Set<String> BESIDE = Set.of(REFERENCE, "description", "summary");

  /** That there is something in it: the only pattern that is to match anywhere. */
  private static final String NOT_BLANK = "\\S";

  private static final Map<String, String> BOUNDS =
      Map.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems");

  /** Whatever the key, what is below it is a schema. */
  private static final Set<String> NAMED_SCHEMAS = Set.of("properties", "schemas", "$defs");

  private static final Set<String> SCHEMAS =
      Set.of(
          "schema",
          "items",
          "additionalProperties",
          "propertyNames",
          "contentSchema",
          "not",
          "allOf",
          "anyOf",
          "oneOf");

  private final ApiDocument document;
  private final List<String> faults = new ArrayList<>();

  private UsualSchemaRules(ApiDocument document) {
    this.document = document;
  }

  static List<String> faults(ApiDocument document) {
    UsualSchemaRules rules = new UsualSchemaRules(document);
    rules.checkComponents();
    rules.walk("", document.json(), false);
    return rules.faults;
  }

  private void checkComponents() {
    String whole = document.json().toString();
    document
        .json()
        .path("components")
        .properties()
        .forEach(
            kind ->
                kind.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        name -> {
                          String place = "#/components/" + kind.getKey() + "/" + name;
                          require(name.matches("[A-Za-z0-9._-]+"), place + " is no usual name");
                          require(
                              kind.getKey().equals("securitySchemes")
                                  || whole.contains("\"" + place + "\""),
                              place + " is used by nothing");
                        }));
  }

  private void walk(String where, JsonNode node, boolean isSchema) {
    if (node.path(REFERENCE).isTextual()) {
      checkReference(where, node);
    }
    if (isSchema) {
      checkSchema(where, node);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey();
      if (name.startsWith("example") || name.equals("enum") || name.equals("default")) {
        continue;
      }
      String place = where + "/" + name;
      boolean isNamed = NAMED_SCHEMAS.contains(name) && field.getValue().isObject();
      if (isNamed) {
        field
            .getValue()
            .properties()
            .forEach(one -> walk(place + "/" + one.getKey(), one.getValue(), true));
      } else if (field.getValue().isArray()) {
        field.getValue().forEach(one -> walk(place, one, SCHEMAS.contains(name)));
      } else {
        walk(place, field.getValue(), SCHEMAS.contains(name) && field.getValue().isObject());
      }
    }
  }

  private void checkReference(String where, JsonNode node) {
    String reference = node.path(REFERENCE).asText();
    require(
        reference.startsWith("#/") && !document.resolved(node).isMissingNode(),
        where + " leads to " + reference + ", which isn't there");
    node.fieldNames()
        .forEachRemaining(
            name -> require(BESIDE.contains(name), where + " has " + name + " beside $ref"));
  }

  private void checkSchema(String where, JsonNode schema) {
    List<String> types =
        schema.path("type").isTextual()
            ? List.of(schema.path("type").asText())
            : ApiRules.elements(schema.path("type")).map(JsonNode::asText).toList();
    require(!schema.has("nullable"), where + " is nullable as in 3.0");
    require(!types.contains("array") || schema.has("items"), where + " is an array of anything");
    checkCodes(where, schema, types);
    schema
        .path("required")
        .forEach(
            name ->
                require(
                    schema.path("properties").has(name.asText()),
                    where + " needs " + name.asText() + ", which it doesn't describe"));
    BOUNDS.forEach(
        (least, most) ->
            require(
                !(schema.has(least) && schema.has(most))
                    || schema.path(least).asDouble() <= schema.path(most).asDouble(),
                where + " has " + least + " above " + most));
    if (isPattern(where, schema.path("pattern"))) {
      checkValues(where, schema);
    }
    schema
        .at("/discriminator/mapping")
        .forEach(
            target ->
                require(
                    !document.json().at(target.asText().substring(1)).isMissingNode(),
                    where + " tells apart by " + target.asText() + ", which isn't there"));
  }

  private void checkCodes(String where, JsonNode schema, List<String> types) {
    if (!schema.has("enum")) {
      return;
    }
    JsonNode codes = schema.path("enum");
    require(!codes.isEmpty(), where + " has an empty enum");
    Set<JsonNode> seen = new HashSet<>();
    for (JsonNode code : codes) {
      require(seen.add(code), where + " has " + code + " twice");
      require(
          types.stream().anyMatch(type -> isOf(type, code)),
          where + " has " + code + " of no type");
    }
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }

  /** Whether values can be held against it. */
  private boolean isPattern(String where, JsonNode pattern) {
    if (pattern.isMissingNode()) {
      return true;
    }
    String text = pattern.asText();
    try {
      Pattern.compile(text);
    } catch (PatternSyntaxException none) {
      faults.add(where + " has the pattern " + text + ", which is none");
      return false;
    }
    require(
        text.equals(NOT_BLANK) || text.startsWith("^") && text.endsWith("$"),
        where + " has the pattern " + text + ", which matches any part");
    return true;
  }

  /** What is given as a value fits. */
  private void checkValues(String where, JsonNode schema) {
    require(
        !(schema.has("example") && schema.has("examples")), where + " has examples of both kinds");
    List<JsonNode> values = new ArrayList<>();
    schema.path("examples").forEach(values::add);
    for (String one : List.of("example", "default", "const")) {
      if (schema.has(one)) {
        values.add(schema.path(one));
      }
    }
    for (JsonNode value : values) {
      List<String> wrong = document.faults(schema, value);
      require(wrong.isEmpty(), where + " has the value " + value + ": " + wrong);
    }
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      faults.add(otherwise);
    }
  }
}
