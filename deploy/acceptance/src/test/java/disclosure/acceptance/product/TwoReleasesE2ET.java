package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.acceptance.product.Instances.Instance;
import disclosure.requests.contract.FormRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The register of the release before this one began alone, and runs on beside this one's at the
 * same database and topics, as while a release is rolled out.
 */
@Tag("soak")
class TwoReleasesE2ET {

  private static final String ORGAN_NAME = "某机关";

  /** What an answer about one application says since, each held to what it has to be. */
  private static final List<String> ANSWERED_SINCE = List.of("answerDueOn", "late", "organName");

  private static final String ORGAN = "11141124012345698T";
  private static final String BATCH_ORGAN = "11100000000013338W";

  /** One of each kind that may follow the one before. */
  private static final List<String> STEPS =
      List.of(
          "'type':'CORRECTION_REQUESTED','on':'2024-03-04','deadline':'2024-03-20'",
          "'type':'CORRECTION_RECEIVED','on':'2024-03-06'",
          "'type':'THIRD_PARTY_CONSULTED','on':'2024-03-07','deliveredOn':'2024-03-08'",
          "'type':'THIRD_PARTY_REPLIED','on':'2024-03-11','consultation':3",
          "'type':'OTHER_ORGAN_CONSULTED','on':'2024-03-11','coProducer':true",
          "'type':'OTHER_ORGAN_REPLIED','on':'2024-03-13','onBehalfOf':'法规股'",
          "'type':'EXTENDED','on':'2024-03-14','workingDays':10,'approvedBy':'批〔2024〕3号'",
          "'type':'REASONS_REQUESTED','on':'2024-03-15'",
          "'type':'REASONS_GIVEN','on':'2024-03-18','deferredTo':'2024-05-06'",
          "'type':'FEE_NOTIFIED','on':'2024-03-19','deliveredOn':'2024-03-19','basis':'BY_PAGE',"
              + "'amount':40.5",
          "'type':'FEE_PAID','on':'2024-03-20','amount':40.5",
          "'type':'RECLASSIFIED','on':'2024-03-20','applicantType':'RESEARCH_INSTITUTION',"
              + "'reason':'误登'",
          "'type':'CONCLUDED','on':'2024-03-21','outcome':'THIRD_PARTY_RIGHTS'",
          "'type':'CONCLUDED','on':'2024-03-22','outcome':'DISCLOSED','corrects':13");

  /** What the release before needs to begin on a database that a later one has migrated. */
  private static final Map<String, String> BESIDE_A_LATER_RELEASE =
      Map.of("QUARKUS_FLYWAY_IGNORE_FUTURE_MIGRATIONS", "true");

  /** A warning that the release before doesn't know; all else is the same. */
  private static final String TOLD_SINCE = "RECORDED_AFTER_DUE";

  private static Path data;
  private static Path previous;
  private static Instances instances;
  private static Instance statistics;
  private static Client before;
  private static Client now;

  @BeforeAll
  static void start() throws Exception {
    data = Checkout.folder("two-releases");
    previous = PreviousRelease.withRegister();
    instances = Instances.start(data, previous).up();
    Instance released = instances.addRegister("now", Checkout.ROOT, Map.of());
    statistics = instances.add("statistics").up();
    released.up();
    before = instances.register().client(statistics);
    now = released.client(statistics);
    organ(before, ORGAN);
    organ(now, BATCH_ORGAN);
  }

  @AfterAll
  static void stop() {
    if (instances != null) {
      instances.close();
    }
    Checkout.delete(data);
  }

  @Test
  void each_goes_on_with_what_the_other_recorded_and_tells_it_the_same() {
    String first = recorded(before, "甲-1");
    String second = recorded(now, "甲-2");
    for (int i = 0; i < STEPS.size(); i++) {
      step(i % 2 == 0 ? now : before, first, STEPS.get(i));
      step(i % 2 == 0 ? before : now, second, STEPS.get(i));
      assertOfOne(now.get("recorder", "requests", "/applications/" + first));
      assertOfOne(now.get("recorder", "requests", "/applications/" + second));
    }
    for (String id : List.of(first, second)) {
      for (String path : List.of("/applications/" + id, "/applications/" + id + "/clock")) {
        JsonNode told = before.get("recorder", "requests", path);
        JsonNode later = now.get("recorder", "requests", path);
        assertThat(later.at("/warnings").findValuesAsText("code")).contains(TOLD_SINCE);
        assertThat(withoutWhatIsToldSince(later, told)).isEqualTo(told);
      }
      JsonNode told = now.get("recorder", "requests", "/applications/" + id);
      assertThat(told.get("version").asInt()).isEqualTo(STEPS.size() + 1);
      assertThat(told.get("outcome").asText()).isEqualTo("DISCLOSED");
    }
  }

  /**
   * What is told since, of each state that an application passes: all of it was due long ago, so
   * that an open one is late while its clock runs; and none has both days.
   */
  private static void assertOfOne(JsonNode told) {
    boolean isConcluded = told.get("status").asText().equals("CONCLUDED");
    assertThat(told.get("organName").asText()).isEqualTo(ORGAN_NAME);
    assertThat(told.has("answerDueOn")).as(told.toString()).isEqualTo(isConcluded);
    assertThat(told.has("dueOn") && isConcluded).as(told.toString()).isFalse();
    assertThat(told.get("late").asBoolean())
        .as(told.toString())
        .isEqualTo(
            isConcluded
                ? told.get("answerDueOn").asText().compareTo(told.get("concludedOn").asText()) < 0
                : told.has("dueOn"));
  }

  /**
   * As without such a warning, and without what the release before left out: an application's list
   * of warnings is left out when it is empty.
   */
  private static JsonNode withoutWhatIsToldSince(JsonNode told, JsonNode before) {
    ObjectNode same = told.deepCopy();
    ANSWERED_SINCE.stream().filter(name -> !before.has(name)).forEach(same::remove);
    ArrayNode warnings = same.withArray("warnings");
    warnings.removeIf(warning -> warning.get("code").asText().equals(TOLD_SINCE));
    if (warnings.isEmpty() && !before.has("warnings")) {
      same.remove("warnings");
    }
    return same;
  }

  @Test
  void what_was_sent_to_one_is_a_repetition_at_the_other() {
    String posted = application("乙-1");
    String answer = before.post("recorder", "requests", "/applications", posted).body();
    assertThat(now.post("recorder", "requests", "/applications", posted))
        .satisfies(
            repeated -> {
              assertThat(repeated.statusCode()).isEqualTo(200);
              assertThat(repeated.body()).isEqualTo(answer);
            });
    String place = "/applications/" + Client.parse(answer).get("id").asText() + "/steps";
    String step = json("'type':'THIRD_PARTY_CONSULTED','on':'2024-03-04'");
    String[] key = {"Idempotency-Key", "second-1"};
    String appended = now.post("recorder", "requests", place, step, key).body();
    assertThat(before.post("recorder", "requests", place, step, key).body()).isEqualTo(appended);
    assertThat(Client.parse(appended).get("version").asInt()).isEqualTo(2);
  }

  @Test
  void a_batch_sent_to_both_at_once_is_recorded_and_counted_once() {
    Batch batch = new Batch(BATCH_ORGAN);
    CompletableFuture<Map<Integer, String>> sent =
        CompletableFuture.supplyAsync(() -> batch.send(before, () -> {}));
    assertThat(batch.send(now, () -> {})).hasSize(Batch.LINES).isEqualTo(sent.join());

    String question = "?organ=" + BATCH_ORGAN + "&year=2024";
    Figures register = Figures.answered(before.get("analyst", "requests", "/tally" + question));
    assertThat(register.total(FormRow.NEWLY_RECEIVED)).isEqualTo(Batch.LINES);
    assertThat(Figures.answered(now.get("analyst", "requests", "/tally" + question)))
        .isEqualTo(register);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              JsonNode matrix = now.get("analyst", "statistics", "/matrix" + question);
              assertThat(Figures.answered(matrix)).isEqualTo(register);
            });
    for (Client client : List.of(before, now)) {
      JsonNode verified = client.get("administrator", "requests", "/audit/verification");
      assertThat(verified.get("intact").asBoolean()).as("%s", verified).isTrue();
    }
  }

  @Test
  void a_step_with_an_attribute_of_a_later_release_stays_as_it_is() throws Exception {
    String id = recorded(now, "丁-1");
    String neighbour = recorded(before, "丁-2");
    step(now, id, STEPS.get(0));
    instances.change("requests", "ALTER TABLE application_step DISABLE TRIGGER USER");
    assertThat(
            instances.change(
                "requests",
                "UPDATE application_step SET content = '"
                    + json(STEPS.get(0) + ",'sentBy':'EMS'")
                    + "' WHERE application_id = '"
                    + id
                    + "'"))
        .isEqualTo(1);
    instances.change("requests", "ALTER TABLE application_step ENABLE TRIGGER USER");

    // The release before reads it more strictly, and leaves it and all others in peace.
    String refused = json(STEPS.get(1));
    assertThat(
            before
                .post("recorder", "requests", "/applications/" + id + "/steps", refused)
                .statusCode())
        .isGreaterThanOrEqualTo(500);
    step(before, neighbour, STEPS.get(0));
    assertThat(
            before
                .get("recorder", "requests", "/applications?organ=" + ORGAN)
                .findValuesAsText("id"))
        .contains(id, neighbour);

    step(now, id, STEPS.get(1));
    JsonNode told = now.get("recorder", "requests", "/applications/" + id);
    assertThat(told.get("version").asInt()).isEqualTo(3);
    assertThat(told.at("/steps/0/sentBy").asText()).isEqualTo("EMS");
    assertThat(now.get("recorder", "requests", "/applications/" + id + "/clock").has("dueOn"))
        .isTrue();
  }

  @Test
  void a_clone_without_its_history_is_told_how_to_get_it() {
    assertThatThrownBy(() -> PreviousRelease.requireHistory("0".repeat(40)))
        .hasMessageContaining("git fetch --unshallow");
  }

  @Test
  void the_release_before_can_be_started_again() throws Exception {
    String id = recorded(now, "丙-1");
    Instance again = instances.addRegister("again", previous, BESIDE_A_LATER_RELEASE).up();
    assertThat(
            again
                .client(statistics)
                .get("recorder", "requests", "/applications/" + id)
                .get("sourceReference")
                .asText())
        .isEqualTo("丙-1");
    again.close();
  }

  @Test
  void this_release_starts_beside_a_later_one() throws Exception {
    Instance first = instances.report(statistics).up();
    for (String database : List.of("requests", "statistics", "report")) {
      instances.change(
          database,
          """
          INSERT INTO flyway_schema_history
            (installed_rank, version, description, type, script, installed_by, execution_time,
             success)
          SELECT max(installed_rank) + 1, '999912310000', 'of a later release', 'SQL',
                 'V999912310000__of_a_later_release.sql', 'owner', 0, true
          FROM flyway_schema_history
          """);
    }
    first.close();
    List<Instance> started =
        List.of(
            instances.addRegister("later-register", Checkout.ROOT, Map.of()),
            instances.add("later-statistics"),
            instances.report("later-report", statistics));
    started.forEach(Instance::up);
    started.forEach(Instance::close);
  }

  private static String recorded(Client client, String reference) {
    return Client.json(client.post("recorder", "requests", "/applications", application(reference)))
        .get("id")
        .asText();
  }

  private static String application(String reference) {
    return json(
        "'organCode':'ORGAN','sourceReference':'REFERENCE','receivedOn':'2024-03-01',"
                .replace("ORGAN", ORGAN)
                .replace("REFERENCE", reference)
            + "'channel':'ONLINE','applicant':{'type':'NATURAL_PERSON','name':'张三'}");
  }

  private static void step(Client client, String id, String step) {
    assertThat(client.post("recorder", "requests", "/applications/" + id + "/steps", json(step)))
        .satisfies(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
  }

  private static String json(String members) {
    return "{" + members.replace('\'', '"') + "}";
  }

  private static void organ(Client client, String code) {
    assertThat(
            client
                .put(
                    "administrator",
                    "requests",
                    "/organs/" + code,
                    "{\"name\":\"" + ORGAN_NAME + "\",\"kind\":\"DEPARTMENT\"}")
                .statusCode())
        .isEqualTo(201);
  }
}
