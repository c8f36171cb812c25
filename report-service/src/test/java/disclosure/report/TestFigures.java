package disclosure.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Table three as the statistics would tell it, and applications that make it up. */
final class TestFigures {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TestFigures() {}

  /** Adds to a table what natural persons asked for, and what of it was disclosed. */
  static void add(ObjectNode matrix, long received, long disclosed) {
    add(matrix, FormRow.NEWLY_RECEIVED, received);
    add(matrix, FormRow.DISCLOSED, disclosed);
    add(matrix, FormRow.CONCLUDED, disclosed);
    add(matrix, FormRow.CARRIED_OUT, received - disclosed);
  }

  static void add(ObjectNode matrix, FormRow code, long number) {
    ObjectNode row = (ObjectNode) matrix.path("rows").get(code.ordinal());
    ObjectNode counts = (ObjectNode) row.get("counts");
    String type = ApplicantType.NATURAL_PERSON.name();
    counts.put(type, counts.path(type).asLong() + number);
    row.put("total", row.path("total").asLong() + number);
  }

  /** The answer of {@code /matrix/cell} for received or carried in applications. */
  static ObjectNode cell(JsonNode matrix, FormRow row, int year) {
    ArrayNode items = JSON.createArrayNode();
    for (ApplicantType type : ApplicantType.values()) {
      List<FormRow> ends = new ArrayList<>();
      Arrays.stream(FormRow.values())
          .filter(code -> code.outcome().isPresent() || code == FormRow.CARRIED_OUT)
          .forEach(code -> repeat(code, count(matrix, code, type), ends));
      long carriedIn = count(matrix, FormRow.CARRIED_IN, type);
      for (int i = 0; i < ends.size(); i++) {
        if (i < carriedIn == (row == FormRow.CARRIED_IN)) {
          items.add(item(matrix, type, i, ends.get(i), row, year));
        }
      }
    }
    ObjectNode page = JSON.createObjectNode();
    page.put("count", items.size());
    page.set("items", items);
    page.putNull("next");
    return page;
  }

  private static ObjectNode item(
      JsonNode matrix, ApplicantType type, int number, FormRow end, FormRow row, int year) {
    ObjectNode item = JSON.createObjectNode();
    String seed = matrix.path("organ").asText() + type + number;
    item.put(
        "applicationId",
        UUID.nameUUIDFromBytes(seed.getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString());
    item.put("version", 2).put("organCode", matrix.path("organ").asText());
    item.put("applicantType", type.name());
    item.put("receivedOn", (row == FormRow.CARRIED_IN ? year - 1 : year) + "-12-01");
    item.put("status", end == FormRow.CARRIED_OUT ? "OPEN" : "CONCLUDED");
    end.outcome()
        .ifPresent(
            outcome -> item.put("outcome", outcome.name()).put("concludedOn", year + "-12-20"));
    return item;
  }

  private static void repeat(FormRow code, long times, List<FormRow> all) {
    for (long i = 0; i < times; i++) {
      all.add(code);
    }
  }

  private static long count(JsonNode matrix, FormRow code, ApplicantType type) {
    return matrix.path("rows").get(code.ordinal()).path("counts").path(type.name()).asLong();
  }
}
