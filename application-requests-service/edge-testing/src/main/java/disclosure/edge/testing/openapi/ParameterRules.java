package disclosure.edge.testing.openapi;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.openapi.ApiDocument.Operation;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That a document says of query parameters what the service says itself when they are wrong: each
 * operation that reads is asked without them, and with a value that no parameter takes.
 */
final class ParameterRules {

  /** No code, number, day or identifier; one line, and longer than any text may be. */
  private static final String WRONG = "~".repeat(2_000);

  /** Where days are asked for, the easiest way. */
  private static final String YEAR = "year";

  /** What is only needed where another one is missing. */
  private static final Set<String> EITHER = Set.of("GET /reports year");

  private final ApiDocument document;
  private final List<String> faults = new ArrayList<>();

  private ParameterRules(ApiDocument document) {
    this.document = document;
  }

  static List<String> faults(ApiDocument document) {
    ParameterRules rules = new ParameterRules(document);
    document.operations().stream()
        .filter(operation -> operation.method().equals("GET"))
        .filter(operation -> !operation.path().contains("{"))
        .filter(operation -> rules.parameters(operation).findAny().isPresent())
        .forEach(rules::check);
    return rules.faults;
  }

  private void check(Operation operation) {
    for (JsonNode error : errors(ask(operation, Map.of()))) {
      if (error.path("code").asText().equals("required")) {
        String name = error.path("parameter").asText();
        if (parameters(operation).noneMatch(one -> isRequired(one) && is(one, name))
            && !EITHER.contains(operation + " " + name)) {
          faults.add(operation + " needs " + name + ", and doesn't say so");
        }
      }
    }
    Map<String, String> right = new TreeMap<>();
    parameters(operation)
        .filter(one -> isRequired(one) || is(one, YEAR))
        .forEach(one -> right.put(one.path("name").asText(), example(one)));
    parameters(operation)
        .filter(one -> isCounted(document.resolved(one.path("schema"))))
        .forEach(one -> check(operation, one, right));
  }

  private void check(Operation operation, JsonNode parameter, Map<String, String> right) {
    String name = parameter.path("name").asText();
    Map<String, String> asked = new TreeMap<>(right);
    asked.put(name, WRONG);
    Response answer = ask(operation, asked);
    Optional<JsonNode> error =
        errors(answer).stream()
            .filter(one -> one.path("parameter").asText().equals(name))
            .findFirst();
    if (error.isEmpty()) {
      faults.add(operation + " takes any " + name + ", with " + answer.statusCode());
    } else {
      JsonNode expected = error.get().path("expected");
      JsonNode schema = document.resolved(parameter.path("schema"));
      JsonNode value = schema.has("items") ? document.resolved(schema.path("items")) : schema;
      String said = told(expected);
      if (!said.isEmpty() && !said.equals(written(value, expected))) {
        faults.add(
            operation
                + " says that "
                + name
                + " is "
                + written(value, expected)
                + ", but it is "
                + said);
      }
    }
  }

  /** Whether it says which values there are, by their names or their bounds. */
  private boolean isCounted(JsonNode schema) {
    return schema.has("enum")
        || schema.has("minimum")
        || schema.path("type").asText().equals("boolean")
        || schema.has("items") && isCounted(document.resolved(schema.path("items")));
  }

  private static String told(JsonNode expected) {
    if (expected.has("oneOf")) {
      return ApiRules.elements(expected.path("oneOf"))
          .map(JsonNode::asText)
          .sorted()
          .collect(Collectors.joining("|"));
    }
    return expected.has("atLeast") || expected.has("atMost")
        ? expected.path("atLeast").asText() + ".." + expected.path("atMost").asText()
        : "";
  }

  /** The same by the document; a bound that moves with the years is none there. */
  private static String written(JsonNode schema, JsonNode expected) {
    if (schema.path("type").asText().equals("boolean")) {
      return "false|true";
    }
    if (schema.has("enum")) {
      return ApiRules.elements(schema.path("enum"))
          .map(JsonNode::asText)
          .sorted()
          .collect(Collectors.joining("|"));
    }
    return schema.path("minimum").asText()
        + ".."
        + (schema.has("maximum")
            ? schema.path("maximum").asText()
            : expected.path("atMost").asText());
  }

  private String example(JsonNode parameter) {
    JsonNode schema = document.resolved(parameter.path("schema"));
    return Stream.of(schema.path("examples").path(0), schema.path("enum").path(0))
        .filter(value -> !value.isMissingNode())
        .map(JsonNode::asText)
        .findFirst()
        .orElseGet(() -> schema.path("minimum").asText());
  }

  private Stream<JsonNode> parameters(Operation operation) {
    return ApiRules.elements(operation.json().path("parameters"))
        .filter(one -> one.path("in").asText().equals("query"));
  }

  private static boolean isRequired(JsonNode parameter) {
    return parameter.path("required").asBoolean();
  }

  private static boolean is(JsonNode parameter, String name) {
    return parameter.path("name").asText().equals(name);
  }

  /** By somebody who may ask all; of several clients, one has the role. */
  private static Response ask(Operation operation, Map<String, String> parameters) {
    for (TestClient client :
        List.of(
            TestClient.ADMINISTRATOR,
            TestClient.RECORDER,
            TestClient.ANALYST,
            TestClient.EDITOR,
            TestClient.PUBLISHER)) {
      RequestSpecification request = given().auth().oauth2(client.token()).accept("*/*");
      parameters.forEach(request::queryParam);
      Response answer = request.get(operation.path());
      if (answer.statusCode() != 403) {
        return answer;
      }
    }
    throw new AssertionError("nobody may ask " + operation);
  }

  private static Collection<JsonNode> errors(Response answer) {
    return answer.statusCode() == 400
        ? ApiRules.elements(ApiDocument.parse(answer).path("errors")).toList()
        : List.of();
  }
}
