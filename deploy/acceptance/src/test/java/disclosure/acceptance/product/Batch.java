package disclosure.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.contract.ApplicantType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many applications of one organ in 2024, the same lines each time. */
final class Batch {

  static final int LINES = 10_000;

  private static final List<String> OUTCOMES =
      List.of("DISCLOSED", "NOT_HELD", "STATE_SECRET", "OTHER_HANDLING", "DUPLICATE_APPLICATION");

  private final String organ;

  Batch(String organ) {
    this.organ = organ;
  }

  /**
   * Sends it and reads the answers as they come, until all are there or the service is gone.
   *
   * @param afterThousand what to do once a thousand lines were answered
   * @return the ids by the number of their line; a line is missing when it was not answered, or
   *     with 503, as happens to the last ones while the database is killed
   */
  Map<Integer, String> send(Client client, Runnable afterThousand) {
    Map<Integer, String> ids = new TreeMap<>();
    try (BufferedReader answers =
        new BufferedReader(
            new InputStreamReader(
                client.batch(BodyPublishers.ofString(lines())), StandardCharsets.UTF_8))) {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        JsonNode answer = Client.parse(line);
        switch (answer.get("status").intValue()) {
          case 200, 201 -> ids.put(answer.get("line").intValue(), answer.get("id").asText());
          case 503 -> {}
          default -> throw new IllegalStateException("refused: " + line);
        }
        if (ids.size() == 1000) {
          afterThousand.run();
        }
      }
    } catch (IOException gone) {
      // What was answered until then is what counts.
      return ids;
    }
    return ids;
  }

  /** Sends a line that is none of them. */
  void sendOneMore(Client client) {
    try (InputStream answer = client.batch(BodyPublishers.ofString(line(LINES + 1)))) {
      String text = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
      if (Client.parse(text).get("status").intValue() != 201) {
        throw new IllegalStateException("refused: " + text);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private String lines() {
    return IntStream.rangeClosed(1, LINES).mapToObj(this::line).collect(Collectors.joining("\n"));
  }

  private String line(int number) {
    LocalDate receivedOn = LocalDate.of(2024, 1, 1).plusDays(number % 366);
    ObjectNode line = Client.JSON.createObjectNode();
    line.put("organCode", organ);
    line.put("sourceReference", "batch-" + number);
    line.put("receivedOn", receivedOn.toString());
    line.put("channel", "ONLINE");
    line.putObject("applicant")
        .put("type", ApplicantType.values()[number % ApplicantType.values().length].name())
        .put("name", "申请人" + number);
    line.put("subject", "第" + number + "件");
    if (number % 7 != 0) {
      line.putArray("steps")
          .addObject()
          .put("type", "CONCLUDED")
          .put("on", receivedOn.plusDays(number % 20).toString())
          .put("outcome", OUTCOMES.get(number % OUTCOMES.size()));
    }
    return line.toString();
  }
}
