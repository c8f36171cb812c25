package disclosure.report.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A reason as a program would have sent it. */
final class ReasonJson {

  private ReasonJson() {}

  /** In UTF-8; a reason is one line, and what is left empty is absent. */
  static byte[] of(String reason) {
    var json = JsonNodeFactory.instance.objectNode();
    if (!reason.isEmpty()) {
      json.put(
          "reason",
          reason
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .collect(Collectors.joining(" ")));
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
