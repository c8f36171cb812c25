package disclosure.edge.testing.openapi;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The document of a running service. */
final class ApiDocument {

  static final ObjectMapper JSON = new ObjectMapper();

  /** In the paths that tests add. */
  static final String OF_TESTS = "probe";

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final SchemaValidatorsConfig FORMATS =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode document;
  private final Map<JsonNode, JsonSchema> schemas =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final List<Operation> operations;

  private ApiDocument(JsonNode document) {
    this.document = document;
    this.operations = read(document);
  }

  /** As the service under test answers it, but for the paths that tests add. */
  static ApiDocument read() {
    return parse(
        given()
            .noFiltersOfType(DocumentedAnswers.class)
            .accept("application/json")
            .get("/openapi")
            .asString());
  }

  static ApiDocument parse(String text) {
    try {
      return new ApiDocument(JSON.readTree(text));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** What was answered, as it stands. */
  static JsonNode parse(Response answer) {
    try {
      return JSON.readTree(answer.asByteArray());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  JsonNode json() {
    return document;
  }

  List<Operation> operations() {
    return operations;
  }

  /** The operation that a request goes to; of several, the one whose path has more fixed words. */
  Optional<Operation> operation(String method, String path) {
    return operations.stream()
        .filter(operation -> operation.method().equalsIgnoreCase(method))
        .filter(operation -> operation.matches(path))
        .min(Comparator.comparingLong(Operation::variables));
  }

  /** What is wrong with a value by a schema of the document. */
  List<String> faults(JsonNode schema, JsonNode value) {
    return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
        .map(ValidationMessage::getMessage)
        .sorted()
        .toList();
  }

  /** What a reference means, or the same. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }

  private JsonSchema compiled(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components"));
    return FACTORY.getSchema(whole, FORMATS);
  }

  private static List<Operation> read(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (METHODS.contains(method.getKey())
                              && !path.getKey().contains(OF_TESTS)) {
                            operations.add(
                                new Operation(
                                    method.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    method.getValue()));
                          }
                        }));
    return List.copyOf(operations);
  }

  /**
   * One operation.
   *
   * @param json what the document says of it
   */
  record Operation(String method, String path, JsonNode json) {

    boolean matches(String address) {
      return address.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    long variables() {
      return path.chars().filter(character -> character == '{').count();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }
}
