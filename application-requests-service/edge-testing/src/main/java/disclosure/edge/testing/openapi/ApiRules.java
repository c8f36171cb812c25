package disclosure.edge.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.edge.testing.openapi.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a stranger needs of a service's document, and a generator of clients. */
public final class ApiRules {

  private static final Set<String> INTERNAL =
      Set.of("ObjectNode", "JsonNode", "StreamingOutput", "OutboundSseEvent", "MediaType");

  /** A verb, and what it is done to: names of methods in generated clients. */
  private static final Pattern VERB_AND_NOUN =
      Pattern.compile(
          "(get|list|search|export|put|register|record|append|import|mark|verify|order|release|"
              + "retry|discard|cancel|quote|keep|submit|return|publish|follow|resume|rotate|ping|create|"
              + "start|compare|redrive|examine)"
              + "([A-Z][a-z]+)+");

  /** Of which a schema alone says nothing. */
  private static final Set<String> STREAMS = Set.of(DocumentedItems.LINES, DocumentedItems.EVENTS);

  private static final int SHORTEST_SUMMARY = 10;
  private static final String PROBLEM = "application/problem+json";

  private final ApiDocument document = ApiDocument.read();
  private final List<String> faults = new ArrayList<>();

  private ApiRules() {}

  /** Everything that the document of the service under test lacks. */
  public static List<String> faults() {
    ApiRules rules = new ApiRules();
    rules.checkNames();
    Map<String, Operation> ids = new HashMap<>();
    for (Operation operation : rules.document.operations()) {
      String id = operation.json().path("operationId").asText();
      rules.require(VERB_AND_NOUN.matcher(id).matches(), operation, "operationId, but " + id);
      rules.require(ids.put(id, operation) == null, operation, "an operationId of its own");
      rules.check(operation);
    }
    rules.faults.addAll(SchemaRules.faults(rules.document));
    rules.faults.addAll(UsualRules.faults(rules.document));
    rules.faults.addAll(ParameterRules.faults(rules.document));
    return rules.faults;
  }

  private void check(Operation operation) {
    JsonNode json = operation.json();
    require(json.path("summary").asText().length() >= SHORTEST_SUMMARY, operation, "summary");
    require(tags().containsAll(texts(json.path("tags"))), operation, "a tag with a description");
    require(!json.path("tags").isEmpty(), operation, "tag");
    require(!json.path("security").isEmpty(), operation, "security");
    json.path("parameters")
        .forEach(
            parameter ->
                require(
                    parameter.path("description").asText().length() > 2,
                    operation,
                    "description of " + parameter.path("name").asText()));
    content(operation, "request", json.path("requestBody"));
    for (String status : List.of("400", "429", "503")) {
      require(json.path("responses").has(status), operation, status);
    }
    json.path("responses")
        .properties()
        .forEach(response -> answer(operation, response.getKey(), response.getValue()));
  }

  private void answer(Operation operation, String status, JsonNode given) {
    JsonNode response = document.resolved(given);
    require(response.path("description").asText().length() > 2, operation, status + " in words");
    if (status.equals("204") || status.startsWith("3")) {
      return;
    }
    require(!response.path("content").isEmpty(), operation, "content of " + status);
    content(operation, status, response);
    if (status.matches("[45]..")) {
      require(response.path("content").has(PROBLEM), operation, "problem of " + status);
    }
  }

  private void content(Operation operation, String what, JsonNode holder) {
    holder
        .path("content")
        .properties()
        .forEach(
            content -> {
              JsonNode schema = content.getValue().path("schema");
              require(!schema.isEmpty(), operation, "schema of " + what + " " + content.getKey());
              require(
                  !STREAMS.contains(content.getKey()) || schema.has("contentSchema"),
                  operation,
                  "schema of what comes one by one in " + content.getKey());
              if (content.getKey().endsWith("json") && !schema.isEmpty()) {
                JsonNode example = content.getValue().path("example");
                require(!example.isMissingNode(), operation, "example of " + what);
                if (!example.isMissingNode()) {
                  List<String> wrong = document.faults(schema, example);
                  require(wrong.isEmpty(), operation, "right example of " + what + ": " + wrong);
                }
              }
            });
  }

  private void checkNames() {
    document
        .json()
        .at("/components/schemas")
        .properties()
        .forEach(
            schema -> {
              if (!schema.getKey().matches("[A-Z][A-Za-z]+")
                  || INTERNAL.contains(schema.getKey())) {
                faults.add("schema " + schema.getKey() + " has a name of the inside");
              }
              if (schema.getValue().isEmpty()) {
                faults.add("schema " + schema.getKey() + " says nothing");
              }
            });
  }

  private Set<String> tags() {
    Set<String> tags = new HashSet<>();
    document
        .json()
        .path("tags")
        .forEach(
            tag -> {
              if (tag.hasNonNull("description")) {
                tags.add(tag.path("name").asText());
              }
            });
    return tags;
  }

  private static List<String> texts(JsonNode array) {
    return elements(array).map(JsonNode::asText).toList();
  }

  static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private void require(boolean holds, Operation operation, String what) {
    if (!holds) {
      faults.add(operation + " has no " + what);
    }
  }
}
