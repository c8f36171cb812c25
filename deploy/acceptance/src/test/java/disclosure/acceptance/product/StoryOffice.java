package disclosure.acceptance.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Records what happens in a story over HTTP, as an office's own system would. */
final class StoryOffice {

  private final Client client;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, Integer> steps = new HashMap<>();
  private final Map<String, Integer> conclusions = new HashMap<>();

  StoryOffice(Client client) {
    this.client = client;
  }

  /** An organ of the county. */
  record Organ(String code, String name, String kind, String parent) {}

  void put(Organ organ, String more) {
    String parent =
        organ.parent().isEmpty() ? "" : ",\"parentOrganCode\":\"" + organ.parent() + "\"";
    sound(
        client.put(
            "administrator",
            "requests",
            "/organs/" + organ.code(),
            "{\"name\":\""
                + organ.name()
                + "\",\"kind\":\""
                + organ.kind()
                + "\""
                + parent
                + more
                + "}"));
  }

  void register(String name, String organ, String number, String type, LocalDate receivedOn) {
    ObjectNode application = Client.JSON.createObjectNode();
    application
        .put("organCode", organ)
        .put("sourceReference", number)
        .put("receivedOn", receivedOn.toString())
        .put("channel", "ONLINE");
    application.putObject("applicant").put("type", type).put("name", "申请人" + name);
    ids.put(name, post("/applications", application.toString()).get("id").asText());
  }

  JsonNode step(String name, LocalDate on, String type, String attributes) {
    steps.merge(name, 1, Integer::sum);
    return post(
        "/applications/" + ids.get(name) + "/steps",
        "{\"type\":\"" + type + "\",\"on\":\"" + on + "\"" + attributes + "}");
  }

  String id(String name) {
    return ids.get(name);
  }

  void conclude(String name, LocalDate on, String outcome) {
    step(name, on, "CONCLUDED", ",\"outcome\":\"" + outcome + "\"");
    conclusions.put(name, steps.get(name));
  }

  void correctConclusion(String name, LocalDate on, String type, String attributes) {
    step(name, on, type, ",\"corrects\":" + conclusions.get(name) + attributes);
  }

  void handOver(String name, LocalDate on, String organ, String as, String attributes) {
    JsonNode answer =
        step(
            name,
            on,
            "TRANSFERRED",
            ",\"toOrgan\":\"" + organ + "\",\"reason\":\"属该机关职责\"" + attributes);
    ids.put(as, answer.at("/transferredTo/id").asText());
  }

  void dispute(String name, String organ, String kind, LocalDate acceptedOn, String about) {
    ids.put(
        name,
        post(
                "/disputes",
                "{\"organCode\":\"%s\",\"sourceReference\":\"%s\",\"kind\":\"%s\","
                        .formatted(organ, name, kind)
                    + "\"acceptedOn\":\"%s\",\"applicationId\":\"%s\"}"
                        .formatted(acceptedOn, ids.get(about)))
            .get("id")
            .asText());
  }

  void decide(String name, LocalDate on, String result) {
    sound(
        client.put(
            "recorder",
            "requests",
            "/disputes/" + ids.get(name) + "/result",
            "{\"result\":\"" + result + "\",\"closedOn\":\"" + on + "\"}"));
  }

  void disputeStep(String name, LocalDate on, String type, String attributes) {
    post(
        "/disputes/" + ids.get(name) + "/steps",
        "{\"type\":\"" + type + "\",\"on\":\"" + on + "\",\"reason\":\"据案卷\"" + attributes + "}");
  }

  void answerAgain(String name, LocalDate on, String dispute) {
    step(
        name,
        on,
        "ANSWERED_AGAIN",
        ",\"outcome\":\"DISCLOSED\",\"dispute\":\"" + ids.get(dispute) + "\"");
  }

  private JsonNode post(String path, String body) {
    return sound(client.post("recorder", "requests", path, body), body);
  }

  private static JsonNode sound(HttpResponse<String> answer) {
    return sound(answer, "");
  }

  private static JsonNode sound(HttpResponse<String> answer, String sent) {
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(
          answer.request().uri() + " " + sent + ": " + answer.statusCode() + " " + answer.body());
    }
    return Client.parse(answer.body());
  }
}
