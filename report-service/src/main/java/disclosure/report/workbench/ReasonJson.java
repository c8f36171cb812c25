package disclosure.report.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;

/** A reason as a program would have sent it. */
final class ReasonJson {

  private ReasonJson() {}

  /** In UTF-8; what is left empty is absent. */
  static byte[] of(String reason) {
    var json = JsonNodeFactory.instance.objectNode();
    if (!reason.isEmpty()) {
      json.put("reason", reason);
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
