package disclosure.requests.ledger.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.Expected;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What would be right in a row, as it is kept beside the row: in JSON, as it is answered. */
public final class KeptExpected {

  private static final ObjectMapper JSON = new ObjectMapper();

  private KeptExpected() {}

  /** To be kept. */
  public static String written(Expected expected) {
    ObjectNode node = JSON.createObjectNode();
    if (!expected.oneOf().isEmpty()) {
      expected.oneOf().forEach(node.putArray("oneOf")::add);
    }
    expected.atLeast().ifPresent(least -> node.put("atLeast", least));
    expected.atMost().ifPresent(most -> node.put("atMost", most));
    return node.toString();
  }

  /** What was kept. */
  public static Expected read(String kept) {
    try {
      JsonNode node = JSON.readTree(kept);
      List<String> oneOf =
          StreamSupport.stream(node.path("oneOf").spliterator(), false)
              .map(JsonNode::asText)
              .toList();
      return new Expected(oneOf, text(node, "atLeast"), text(node, "atMost"));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was expected of a row can't be read", impossible);
    }
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
  }
}
