package disclosure.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An operation as a service's OpenAPI document tells of it.
 *
 * @param service {@code requests}, {@code statistics} or {@code report}
 * @param method in capitals
 * @param path with its parameters in braces
 * @param query names of its parameters in the query
 * @param bodies what it takes, by media type
 * @param answers the schemas of its answers, by status, for JSON
 * @param document the whole document, in which references are looked up
 */
record DocumentedOperation(
    String service,
    String method,
    String path,
    List<String> query,
    Map<String, JsonNode> bodies,
    Map<String, JsonSchema> answers,
    JsonNode document) {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig FORMATS =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  /** All operations of a service. */
  static List<DocumentedOperation> of(String service, JsonNode document) {
    List<DocumentedOperation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation -> {
                          if (METHODS.contains(operation.getKey())) {
                            operations.add(
                                read(
                                    service,
                                    document,
                                    path.getKey(),
                                    path.getValue(),
                                    operation.getKey(),
                                    operation.getValue()));
                          }
                        }));
    return operations;
  }

  private static DocumentedOperation read(
      String service,
      JsonNode document,
      String path,
      JsonNode common,
      String method,
      JsonNode operation) {
    List<String> query = new ArrayList<>();
    for (JsonNode parameters : List.of(common.path("parameters"), operation.path("parameters"))) {
      parameters.forEach(
          parameter -> {
            if (parameter.path("in").asText().equals("query")) {
              query.add(parameter.path("name").asText());
            }
          });
    }
    Map<String, JsonNode> bodies = new TreeMap<>();
    operation
        .path("requestBody")
        .path("content")
        .properties()
        .forEach(type -> bodies.put(type.getKey(), type.getValue().path("schema")));
    Map<String, JsonSchema> answers = new HashMap<>();
    operation
        .path("responses")
        .properties()
        .forEach(
            answer -> {
              JsonNode schema = answer.getValue().at("/content/application~1json/schema");
              if (!schema.isMissingNode()) {
                answers.put(answer.getKey(), schema(schema, document));
              }
            });
    return new DocumentedOperation(
        service, method.toUpperCase(Locale.ROOT), path, query, bodies, answers, document);
  }

  private static JsonSchema schema(JsonNode schema, JsonNode document) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components"));
    return SCHEMAS.getSchema(whole, FORMATS);
  }

  /** The schema that a reference means. */
  JsonNode resolved(JsonNode schema) {
    JsonNode found = schema;
    for (int depth = 0; found.has("$ref") && depth < 20; depth++) {
      found = document.at(found.get("$ref").asText().substring(1));
    }
    return found;
  }

  /** The schema of its answer of that status, if the document tells. */
  Optional<JsonSchema> answer(int status) {
    return Optional.ofNullable(answers.get(Integer.toString(status)));
  }

  /** It is what its name is: documents are large. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentedOperation operation
        && operation.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return service + " " + method + " " + path;
  }
}
