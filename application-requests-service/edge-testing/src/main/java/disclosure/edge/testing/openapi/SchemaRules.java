package disclosure.edge.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.edge.testing.openapi.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * That schemas say what they are: parameters have bounds, forms have parts, objects have fields,
 * and every field is told in words, where it stands or at what it leads to.
 */
final class SchemaRules {

  /** Which values there are is said by any of these. */
  private static final Set<String> BOUNDS =
      Set.of("enum", "const", "pattern", "format", "minimum", "maximum", "maxLength");

  /** What an object holds is said by any of these. */
  private static final Set<String> CONTENTS =
      Set.of("properties", "additionalProperties", "$ref", "allOf", "anyOf", "oneOf");

  /** What tests add. */
  private static final String PROBE = "Probe";

  private static final List<String> ALTERNATIVES = List.of("allOf", "anyOf", "oneOf");

  private final ApiDocument document;
  private final List<String> faults = new ArrayList<>();

  private SchemaRules(ApiDocument document) {
    this.document = document;
  }

  static List<String> faults(ApiDocument document) {
    SchemaRules rules = new SchemaRules(document);
    document.operations().forEach(rules::check);
    document
        .json()
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              if (!schema.getKey().equals(PROBE)) {
                rules.check(schema.getKey(), schema.getValue());
              }
            });
    return rules.faults;
  }

  private void check(Operation operation) {
    operation.json().path("parameters").forEach(parameter -> parameter(operation, parameter));
    bodies(operation)
        .forEach(
            body -> {
              JsonNode schema = body.getValue().path("schema");
              check(operation + " " + body.getKey(), schema);
              if (body.getKey().startsWith("multipart/") && !hasParts(schema)) {
                faults.add(operation + " has a form without parts");
              }
            });
  }

  private static Stream<Map.Entry<String, JsonNode>> bodies(Operation operation) {
    return Stream.concat(
            Stream.of(operation.json().path("requestBody")),
            operation.json().path("responses").properties().stream().map(Map.Entry::getValue))
        .flatMap(body -> body.path("content").properties().stream());
  }

  private void parameter(Operation operation, JsonNode parameter) {
    String name = parameter.path("name").asText();
    JsonNode schema = parameter.path("schema");
    if (!isBounded(schema)) {
      faults.add(operation + " takes anything as " + name);
    }
    schema
        .path("examples")
        .forEach(
            example -> {
              if (!document.faults(schema, example).isEmpty()) {
                faults.add(operation + " gives a wrong example of " + name);
              }
            });
  }

  private boolean isBounded(JsonNode schema) {
    JsonNode resolved = document.resolved(schema);
    return resolved.path("type").asText().equals("boolean")
        || BOUNDS.stream().anyMatch(resolved::has)
        || resolved.has("items") && isBounded(resolved.path("items"));
  }

  private boolean hasParts(JsonNode schema) {
    JsonNode form = document.resolved(schema);
    return !form.path("properties").isEmpty()
        || !form.at("/propertyNames/enum").isEmpty()
        || form.path("additionalProperties").has("format");
  }

  /** A schema and all inside it. */
  private void check(String where, JsonNode schema) {
    if (schema.path("type").asText().equals("object") && CONTENTS.stream().noneMatch(schema::has)) {
      faults.add(where + " is an object of which nothing is said");
    }
    List<JsonNode> types = ApiRules.elements(schema.path("type")).toList();
    if (types.stream().distinct().count() < types.size()) {
      faults.add(where + " names a type twice");
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String place = where + "." + property.getKey();
              if (!isDescribed(property.getValue())) {
                faults.add(place + " is not told in words");
              }
              check(place, property.getValue());
            });
    if (schema.has("items")) {
      check(where, schema.path("items"));
    }
    ALTERNATIVES.forEach(kind -> schema.path(kind).forEach(one -> check(where, one)));
  }

  private boolean isDescribed(JsonNode schema) {
    return !document.resolved(schema).path("description").asText().isBlank()
        || !schema.path("description").asText().isBlank()
        || ALTERNATIVES.stream()
            .flatMap(kind -> ApiRules.elements(schema.path(kind)))
            .anyMatch(this::isDescribed)
        || schema.has("items") && isDescribed(schema.path("items"));
  }
}
