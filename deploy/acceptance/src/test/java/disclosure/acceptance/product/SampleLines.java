package disclosure.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The sample's own 27 lines. */
final class SampleLines {

  private SampleLines() {}

  /** Sends them once more; the register must know them all. The ids in the order of the lines. */
  static List<String> send(Client client) {
    try (InputStream lines =
            SampleLines.class.getResourceAsStream("/disclosure/local/sample/applications.ndjson");
        InputStream answers = client.batch(BodyPublishers.ofByteArray(lines.readAllBytes()))) {
      List<String> ids = new ArrayList<>();
      for (String line : new String(answers.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        JsonNode answer = Client.parse(line);
        if (answer.get("status").intValue() != 200) {
          throw new IllegalStateException("not known already: " + line);
        }
        ids.add(answer.get("id").asText());
      }
      return ids;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
