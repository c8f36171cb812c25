package disclosure.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.contract.OrganCode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Loads the made-up county, so that the dashboard has something to show: once, since what is made
 * up goes on until the day on which it is.
 */
public final class CountySample {

  /** The code of its government. */
  public static final String GOVERNMENT = MadeUpCounty.organs().get(0).code().value();

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final String LAST = "示例-末";
  private static final int HANDED_OVER = 6;

  private final StackAddress stack;
  private final Api api;
  private final Consumer<String> progress;
  private final LocalDate today;

  /**
   * A county for one stack.
   *
   * @param progress is told what is being done
   */
  public CountySample(StackAddress stack, Consumer<String> progress) {
    this.stack = stack;
    this.api = new Api(stack);
    this.progress = progress;
    this.today = LocalDate.now(Clock.system(CHINA));
  }

  /**
   * Loads it, unless that was done before.
   *
   * @throws SampleFailed when the register refuses something
   */
  public void run() throws IOException, InterruptedException {
    List<MadeUpCounty.Organ> organs = MadeUpCounty.organs();
    OrganCode government = organs.get(0).code();
    for (MadeUpCounty.Organ organ : organs) {
      put(organ, government);
    }
    if (isLoaded(government)) {
      return;
    }
    List<ObjectNode> applications = new ArrayList<>(new MadeUpCounty(today).applications());
    List<String> ids = load(applications);
    handOver(organs, applications, ids);
    load(List.of(last(government)));
    progress.accept(
        String.format(
            Locale.ROOT,
            "云岭县, a made-up county: %d applications of %d organs for the dashboard",
            ids.size() + 1,
            organs.size()));
  }

  private void put(MadeUpCounty.Organ organ, OrganCode government)
      throws IOException, InterruptedException {
    ObjectNode json =
        Api.MAPPER.createObjectNode().put("name", organ.name()).put("kind", organ.kind().name());
    if (!organ.code().equals(government)) {
      json.put("parentOrganCode", government.value());
    }
    Api.expect(
        api.put(
            "administrator",
            stack.requests() + "/organs/" + organ.code(),
            Api.MAPPER.writeValueAsBytes(json),
            Map.of()),
        200,
        201);
  }

  private boolean isLoaded(OrganCode government) throws IOException, InterruptedException {
    byte[] answer =
        Api.expect(
            api.get(
                "recorder",
                stack.requests()
                    + "/applications?limit=1&organ="
                    + government
                    + "&sourceReference="
                    + URLEncoder.encode(LAST, StandardCharsets.UTF_8)),
            200);
    return !Api.MAPPER.readTree(answer).get("items").isEmpty();
  }

  /** What shows that all before it was loaded. */
  private ObjectNode last(OrganCode government) {
    ObjectNode last = Api.MAPPER.createObjectNode();
    last.put("organCode", government.value());
    last.put("sourceReference", LAST);
    last.put("receivedOn", today.minusDays(1).toString());
    last.put("channel", "ONLINE");
    last.putObject("applicant").put("type", "NATURAL_PERSON");
    last.put("subject", "政府信息公开指南（示例）");
    return last;
  }

  /** The ids in the order of the lines; what was loaded by a start that was broken off is known. */
  private List<String> load(List<ObjectNode> applications)
      throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    applications.forEach(application -> lines.append(application).append('\n'));
    byte[] answers =
        Api.expect(
            api.post(
                "recorder",
                stack.requests() + "/applications/batch",
                "application/x-ndjson",
                lines.toString().getBytes(StandardCharsets.UTF_8)),
            200);
    List<String> ids = new ArrayList<>();
    for (String line : new String(answers, StandardCharsets.UTF_8).split("\n")) {
      JsonNode answer = Api.MAPPER.readTree(line);
      int status = answer.get("status").intValue();
      // A start that was broken off on an earlier day knew less of what became of it: it stays so.
      if (status != 200 && status != 201 && status != 409) {
        throw new SampleFailed("The register refused a line of the made-up county: " + line);
      }
      ids.add(answer.path("id").asText());
    }
    return ids;
  }

  /** The newest ones without any step turn out to be another organ's. */
  private void handOver(
      List<MadeUpCounty.Organ> organs, List<ObjectNode> applications, List<String> ids)
      throws IOException, InterruptedException {
    int handed = 0;
    for (int i = applications.size() - 1; i >= 0 && handed < HANDED_OVER; i--) {
      ObjectNode application = applications.get(i);
      LocalDate on = LocalDate.parse(application.get("receivedOn").asText()).plusDays(2);
      OrganCode other = organs.get(1 + handed).code();
      if (application.get("steps").isEmpty()
          && on.isBefore(today)
          && !ids.get(i).isEmpty()
          && !application.get("organCode").asText().equals(other.value())) {
        handOver(application, ids.get(i), on, other);
        handed++;
      }
    }
  }

  private void handOver(ObjectNode application, String id, LocalDate on, OrganCode other)
      throws IOException, InterruptedException {
    ObjectNode step =
        Api.MAPPER
            .createObjectNode()
            .put("type", "TRANSFERRED")
            .put("on", on.toString())
            .put("toOrgan", other.value())
            .put("sourceReference", application.get("sourceReference").asText() + "移")
            .put("reason", "属于该机关职责（示例）");
    Api.expect(
        api.postOnce(
            "recorder",
            stack.requests() + "/applications/" + id + "/steps",
            Api.MAPPER.writeValueAsBytes(step),
            "handed-over-" + id),
        200,
        201);
  }
}
