package disclosure.edge.testing.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import disclosure.edge.testing.codes.ProvokedCodes;
import disclosure.edge.testing.openapi.ApiDocument.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds what comes one by one, a line of {@code application/x-ndjson} or the data of an event,
 * against the document of the service: for tests that read it as it comes.
 */
public final class DocumentedItems {

  static final String LINES = "application/x-ndjson";
  static final String EVENTS = "text/event-stream";

  private static final String DATA = "data:";

  private DocumentedItems() {}

  /**
   * One of them, once it is held against the document.
   *
   * @param path of the operation that answers with it, without parameters
   * @param type of the whole answer
   */
  public static JsonNode read(String method, String path, String type, String item) {
    ProvokedCodes.look(item);
    Operation operation =
        DocumentedAnswers.document()
            .operation(method, path)
            .orElseThrow(() -> new AssertionError("no " + method + " " + path));
    return read(operation, operation.json().at("/responses/200/content").path(type), item);
  }

  /** A line that answers one of a batch. */
  public static JsonNode lineOf(String path, String line) {
    return read("POST", path, LINES, line);
  }

  /** The data of an event of a stream. */
  public static JsonNode eventOf(String path, String data) {
    return read("GET", path, EVENTS, data);
  }

  /** All that are in a whole answer. */
  static void check(Operation operation, JsonNode content, String type, String whole) {
    Stream<String> items =
        type.equals(EVENTS)
            ? whole
                .lines()
                .filter(line -> line.startsWith(DATA))
                .map(line -> line.substring(DATA.length()))
            : whole.lines();
    items.filter(item -> !item.isBlank()).forEach(item -> read(operation, content, item));
  }

  private static JsonNode read(Operation operation, JsonNode content, String item) {
    JsonNode schema =
        Optional.of(content.at("/schema/contentSchema"))
            .filter(JsonNode::isObject)
            .orElseThrow(() -> new AssertionError(operation + " says nothing of one of many"));
    JsonNode json = parsed(item);
    List<String> wrong = DocumentedAnswers.document().faults(schema, json);
    if (!wrong.isEmpty()) {
      throw new AssertionError(operation + " answers one of many otherwise: " + wrong);
    }
    DocumentedAnswers.checkMoments(operation, json);
    return json;
  }

  private static JsonNode parsed(String item) {
    try {
      return ApiDocument.JSON.readTree(item);
    } catch (JsonProcessingException none) {
      throw new AssertionError("no JSON: " + item, none);
    }
  }
}
