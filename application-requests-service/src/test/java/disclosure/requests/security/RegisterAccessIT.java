package disclosure.requests.security;

import static disclosure.requests.registration.ApplicationsIT.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.Operations;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDirectory;
import disclosure.requests.ledger.TestLedgers;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of who may do what for which organ, as the register keeps it. */
@QuarkusTest
class RegisterAccessIT {

  private static final String ID = "018e0f6a-6c1e-7d30-9c55-3f0c9f1f4a99";

  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "post /applications/batch", "application/x-ndjson",
          "post /ledger/imports", "text/csv",
          "post /ledger/problems", "text/csv");

  private static final String CALENDAR =
      "{\"notice\":\"通知\",\"days\":[{\"date\":\"2024-01-01\",\"kind\":\"HOLIDAY\",\"holiday\":\"NEW_YEAR\"}]}";

  /** For whom an operation is, apart from its role. */
  private enum Reach {
    /** Who has the role: it is about no organ's applications. */
    ANYBODY,
    /** What is about one organ, or is answered for those that the caller acts for. */
    ORGAN,
    /** What a client has made itself; administrators of all organs have everybody's. */
    OWN,
    /** What concerns all organs at once. */
    EVERYTHING
  }

  private enum Roles {
    RECORDER(TestClient.RECORDER),
    ADMINISTRATOR(TestClient.ADMINISTRATOR),
    RECORDER_OR_ADMINISTRATOR(TestClient.RECORDER, TestClient.ADMINISTRATOR),
    ALL(
        TestClient.RECORDER,
        TestClient.ANALYST,
        TestClient.EDITOR,
        TestClient.PUBLISHER,
        TestClient.ADMINISTRATOR);

    private final List<TestClient> clients;

    Roles(TestClient... clients) {
      this.clients = List.of(clients);
    }
  }

  private record Rule(Roles roles, Reach reach) {}

  private record Row(Rule rule, List<String> operations) {}

  private static final Map<String, Rule> TABLE =
      table(
          rule(Roles.RECORDER, Reach.ORGAN, "post /applications", "post /applications/batch"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /applications", "get /applications/export"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /applications/{id}"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /applications/{id}/applicant"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /applications/{id}/clock"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /applications/{id}/fee"),
          rule(Roles.RECORDER, Reach.ORGAN, "post /applications/{id}/steps"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /applications/{id}/handling"),
          rule(Roles.RECORDER, Reach.ORGAN, "put /applications/{id}/handling"),
          rule(Roles.RECORDER, Reach.ORGAN, "post /applications/search"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /worklists/due", "get /worklists/overdue"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /worklists/awaiting-correction"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /worklists/awaiting-payment"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /worklists/answers-missing"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /disputes", "post /disputes"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /disputes/{id}", "put /disputes/{id}/result"),
          rule(
              Roles.RECORDER, Reach.ORGAN, "get /disputes/{id}/steps", "post /disputes/{id}/steps"),
          rule(Roles.RECORDER, Reach.ORGAN, "post /ledger/imports", "get /ledger/imports/{id}"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /ledger/imports/{id}/rows"),
          rule(Roles.RECORDER, Reach.ORGAN, "post /ledger/problems"),
          rule(Roles.RECORDER, Reach.ORGAN, "get /ledger/words", "put /ledger/words"),
          rule(Roles.RECORDER, Reach.ANYBODY, "get /ledger/template"),
          rule(Roles.ALL, Reach.ORGAN, "get /tally", "get /fees", "get /handling"),
          rule(Roles.ALL, Reach.ANYBODY, "get /organs", "get /organs/{organCode}"),
          rule(Roles.ALL, Reach.ANYBODY, "get /organs/{organCode}/versions"),
          rule(Roles.ALL, Reach.ANYBODY, "get /calendar", "get /calendar/{year}"),
          rule(Roles.ALL, Reach.ANYBODY, "get /calendar/{year}/divisions/{division}"),
          rule(Roles.ADMINISTRATOR, Reach.ORGAN, "put /organs/{organCode}", "get /audit/entries"),
          rule(Roles.ADMINISTRATOR, Reach.ORGAN, "post /outbox/republications"),
          rule(Roles.ADMINISTRATOR, Reach.ORGAN, "get /outbox/republications/{id}"),
          rule(Roles.ADMINISTRATOR, Reach.EVERYTHING, "put /calendar/{year}"),
          rule(Roles.ADMINISTRATOR, Reach.EVERYTHING, "put /calendar/{year}/divisions/{division}"),
          rule(Roles.ADMINISTRATOR, Reach.EVERYTHING, "get /audit/verification"),
          rule(Roles.ADMINISTRATOR, Reach.EVERYTHING, "get /jobs", "get /jobs/parked"),
          rule(Roles.ADMINISTRATOR, Reach.EVERYTHING, "post /jobs/{id}/cancellation"),
          rule(Roles.ADMINISTRATOR, Reach.EVERYTHING, "post /jobs/parked/{id}/retry"),
          rule(Roles.ADMINISTRATOR, Reach.EVERYTHING, "get /outbox/parked"),
          rule(Roles.ADMINISTRATOR, Reach.EVERYTHING, "post /outbox/parked/{topic}/{key}/release"),
          rule(Roles.RECORDER, Reach.ORGAN, "post /subscriptions"),
          rule(Roles.RECORDER, Reach.OWN, "post /subscriptions/{id}/secret"),
          rule(Roles.RECORDER_OR_ADMINISTRATOR, Reach.OWN, "get /subscriptions"),
          rule(Roles.RECORDER_OR_ADMINISTRATOR, Reach.OWN, "get /subscriptions/{id}"),
          rule(Roles.RECORDER_OR_ADMINISTRATOR, Reach.OWN, "post /subscriptions/{id}/cancellation"),
          rule(Roles.RECORDER_OR_ADMINISTRATOR, Reach.OWN, "post /subscriptions/{id}/resume"),
          rule(Roles.RECORDER_OR_ADMINISTRATOR, Reach.OWN, "post /subscriptions/{id}/ping"),
          rule(Roles.RECORDER_OR_ADMINISTRATOR, Reach.OWN, "get /subscriptions/{id}/dead-letters"),
          rule(
              Roles.RECORDER_OR_ADMINISTRATOR,
              Reach.OWN,
              "post /subscriptions/{id}/dead-letters/retry",
              "post /subscriptions/{id}/dead-letters/{number}/retry",
              "post /subscriptions/{id}/dead-letters/discard",
              "post /subscriptions/{id}/dead-letters/{number}/discard"),
          rule(Roles.ADMINISTRATOR, Reach.EVERYTHING, "post /personal-data/reencryptions"),
          rule(Roles.ADMINISTRATOR, Reach.EVERYTHING, "get /personal-data/reencryptions/{id}"));

  /** Left the county for the foreign organ before the days that are asked about below. */
  private static final String LEFT = TestOrgans.fresh();

  /** What an organ is to a recorder. */
  private enum Relation {
    ALL(TestOrgans.OFFICE, TestClient.RECORDER, true),
    OWN(TestOrgans.OFFICE, TestClient.OFFICE_RECORDER, true),
    ABOVE(TestOrgans.OFFICE, TestClient.COUNTY_RECORDER, true),
    FORMERLY_ABOVE(LEFT, TestClient.COUNTY_RECORDER, false),
    BELOW(TestOrgans.COUNTY, TestClient.OFFICE_RECORDER, false),
    OTHER(TestOrgans.OFFICE, TestClient.FOREIGN_RECORDER, false),
    NONE(TestOrgans.OFFICE, TestClient.RECORDER_OF_NOTHING, false);

    private final String organ;
    private final TestClient client;
    private final boolean acts;

    Relation(String organ, TestClient client, boolean acts) {
      this.organ = organ;
      this.client = client;
      this.acts = acts;
    }
  }

  @BeforeEach
  void directory() {
    TestDirectory.register();
    if (as(TestClient.ADMINISTRATOR).get("/organs/" + LEFT).statusCode() == 404) {
      TestDirectory.put(LEFT, "某局", "DEPARTMENT", TestOrgans.COUNTY);
      as(TestClient.ADMINISTRATOR)
          .body(
              Map.of(
                  "name",
                  "某局",
                  "kind",
                  "DEPARTMENT",
                  "parentOrganCode",
                  TestOrgans.FOREIGN,
                  "since",
                  "2024-07-01"))
          .put("/organs/" + LEFT)
          .then()
          .statusCode(200);
    }
  }

  @Test
  void no_operation_is_left_out_here() {
    assertThat(Operations.documented()).isEqualTo(TABLE.keySet());
  }

  @Test
  void each_operation_is_for_its_roles_alone() {
    TABLE.forEach(
        (operation, rule) -> {
          assertThat(status(operation, "")).as(operation + " by nobody").isEqualTo(401);
          assertThat(status(operation, TestClient.NOBODY.token())).as(operation).isEqualTo(403);
          for (TestClient client : Roles.ALL.clients) {
            if (rule.roles.clients.contains(client)) {
              assertThat(status(operation, client.token()))
                  .as(operation + " by " + client)
                  .isNotIn(401, 403);
            } else {
              assertThat(status(operation, client.token()))
                  .as(operation + " by " + client)
                  .isEqualTo(403);
            }
          }
        });
  }

  @Test
  void what_concerns_all_organs_is_for_administrators_of_all() {
    TABLE.forEach(
        (operation, rule) -> {
          if (rule.reach == Reach.EVERYTHING) {
            assertThat(status(operation, TestClient.OFFICE_ADMINISTRATOR.token()))
                .as(operation)
                .isEqualTo(403);
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void an_application_is_read_and_followed_by_who_acts_for_its_organ(Relation relation) {
    String application = posted(relation.organ);
    for (String part : List.of("", "/applicant", "/clock", "/handling", "/fee?basis=BY_ITEM")) {
      answers(
          as(relation.client).get("/applications/" + application + part),
          relation.acts ? 200 : 404,
          part);
    }
    answers(
        as(relation.client)
            .body("{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-09-04\"}")
            .post("/applications/" + application + "/steps"),
        relation.acts ? 200 : 404,
        "step");
    answers(
        as(relation.client)
            .header("If-Match", "\"0\"")
            .body("{\"handler\":\"0417\"}")
            .put("/applications/" + application + "/handling"),
        relation.acts ? 200 : 404,
        "handling");
  }

  @ParameterizedTest
  @EnumSource
  void what_is_asked_of_an_organ_is_told_to_who_acts_for_it(Relation relation) {
    String organ = "?organ=" + relation.organ;
    for (String question :
        List.of(
            "/applications" + organ,
            "/applications/export" + organ + "&format=csv",
            "/worklists/due" + organ,
            "/worklists/overdue" + organ,
            "/worklists/awaiting-correction" + organ,
            "/worklists/awaiting-payment" + organ,
            "/worklists/answers-missing" + organ,
            "/disputes" + organ,
            "/tally" + organ + "&year=2024",
            "/fees" + organ + "&year=2024",
            "/handling" + organ + "&year=2024")) {
      answers(as(relation.client).get(question), relation.acts ? 200 : 404, question);
    }
    answers(
        as(relation.client)
            .body("{\"organCode\":\"" + relation.organ + "\",\"applicantName\":\"张三\"}")
            .post("/applications/search"),
        relation.acts ? 200 : 404,
        "search");
  }

  @ParameterizedTest
  @EnumSource
  void what_is_recorded_for_an_organ_comes_from_who_acts_for_it(Relation relation) {
    String body = application(relation.organ);
    answers(
        as(relation.client).body(body).post("/applications"), relation.acts ? 201 : 403, "post");
    String line =
        as(relation.client)
            .contentType("application/x-ndjson")
            .body(bytes(application(relation.organ).replace("\n", "") + "\n"))
            .post("/applications/batch")
            .asString();
    assertThat(JsonPath.from(line).getInt("status")).as(line).isEqualTo(relation.acts ? 201 : 403);
    String csv = "受理编号,申请人,申请人类别,申请渠道,收到申请日期\n" + UUID.randomUUID() + ",张三,公民,网上,2024-01-05\n";
    answers(
        TestLedgers.post(relation.client, relation.organ, csv),
        relation.acts ? 202 : 403,
        "ledger");
    answers(
        as(relation.client)
            .contentType("text/csv")
            .accept("*/*")
            .body(bytes(csv))
            .post("/ledger/problems?organ=" + relation.organ),
        relation.acts ? 200 : 403,
        "problems of a ledger");
    String words = "/ledger/words?organ=" + relation.organ;
    answers(as(relation.client).get(words), relation.acts ? 200 : 403, "words");
    answers(
        as(relation.client).put(words + "&kind=CHANNEL&word=某某渠道&meaning=ONLINE"),
        relation.acts ? 200 : 403,
        "word");
    String dispute =
        """
        {"organCode":"%s","sourceReference":"%s","kind":"RECONSIDERATION","acceptedOn":"2024-04-01"}
        """
            .formatted(relation.organ, UUID.randomUUID());
    answers(
        as(relation.client).body(dispute).post("/disputes"), relation.acts ? 201 : 403, "dispute");
    String id = as(TestClient.RECORDER).body(dispute).post("/disputes").path("id");
    answers(as(relation.client).get("/disputes/" + id), relation.acts ? 200 : 404, "dispute");
    String steps = "/disputes/" + id + "/steps";
    answers(as(relation.client).get(steps), relation.acts ? 200 : 404, "steps of a dispute");
    if (!relation.acts) {
      answers(
          as(relation.client)
              .header("If-Match", "\"1\"")
              .body("{\"type\":\"VOIDED\",\"on\":\"2024-05-01\",\"reason\":\"误登\"}")
              .post(steps),
          404,
          "step of a dispute");
    }
    answers(
        as(relation.client)
            .header("If-Match", "\"1\"")
            .body("{\"result\":\"UPHELD\",\"closedOn\":\"2024-05-01\"}")
            .put("/disputes/" + id + "/result"),
        relation.acts ? 200 : 404,
        "result");
  }

  @Test
  void an_import_is_followed_by_who_acts_for_its_organ() {
    String csv = "受理编号,申请人,申请人类别,申请渠道,收到申请日期\n" + UUID.randomUUID() + ",张三,公民,网上,2024-01-05\n";
    String id = TestLedgers.importOf(TestOrgans.OFFICE, csv);
    for (Relation relation : Relation.values()) {
      if (relation.organ.equals(TestOrgans.OFFICE)) {
        for (String part : List.of("", "/rows")) {
          answers(
              as(relation.client).get("/ledger/imports/" + id + part),
              relation.acts ? 200 : 404,
              relation.name() + part);
        }
      }
    }
  }

  @Test
  void each_organ_that_a_request_names_is_asked_about() {
    List<String> others = List.of(TestOrgans.FOREIGN, LEFT, TestOrgans.COUNTY);
    String own = posted(TestOrgans.OFFICE);
    for (String other : others) {
      String lines =
          Stream.of(TestOrgans.OFFICE, other, TestOrgans.OFFICE)
              .map(organ -> application(organ).replace("\n", "") + "\n")
              .collect(Collectors.joining());
      assertThat(
              as(TestClient.OFFICE_RECORDER)
                  .contentType("application/x-ndjson")
                  .body(bytes(lines))
                  .post("/applications/batch")
                  .asString()
                  .lines()
                  .map(line -> JsonPath.from(line).getInt("status")))
          .as("batch with %s", other)
          .containsExactly(201, 403, 201);
      answers(
          as(TestClient.OFFICE_RECORDER)
              .body(
                  "{\"type\":\"TRANSFERRED\",\"on\":\"2024-09-04\",\"toOrgan\":\"%s\",\"reason\":\"移送\"}"
                      .formatted(other))
              .post("/applications/" + own + "/steps"),
          403,
          "transfer to " + other);
      // Whether another organ has such an application is not told either.
      assertThat(disputed(posted(other))).isEqualTo(disputed(ID)).startsWith("422");
    }
    as(TestClient.OFFICE_RECORDER)
        .get("/applications/" + own)
        .then()
        .body("version", equalTo(1))
        .body("steps", equalTo(List.of()));
  }

  private static String disputed(String application) {
    Response answer =
        as(TestClient.OFFICE_RECORDER)
            .body(
                """
                {"organCode":"%s","sourceReference":"%s","kind":"RECONSIDERATION",
                 "acceptedOn":"2024-10-01","applicationId":"%s"}
                """
                    .formatted(TestOrgans.OFFICE, UUID.randomUUID(), application))
            .post("/disputes");
    return answer.statusCode() + answer.path("errors").toString();
  }

  @Test
  void an_administrator_of_one_organ_keeps_that_one_alone() {
    for (String organ : List.of(TestOrgans.COUNTY, TestOrgans.FOREIGN, LEFT)) {
      answers(
          as(TestClient.OFFICE_ADMINISTRATOR)
              .body(Map.of("name", "某局", "kind", "DEPARTMENT"))
              .put("/organs/" + organ),
          403,
          organ);
      answers(
          as(TestClient.OFFICE_ADMINISTRATOR)
              .body(Map.of("organCode", organ))
              .post("/outbox/republications"),
          403,
          organ);
    }
    String below = TestOrgans.fresh();
    for (Map<String, Object> named :
        List.<Map<String, Object>>of(
            Map.of("parentOrganCode", TestOrgans.FOREIGN),
            Map.of(
                "parentOrganCode",
                TestOrgans.OFFICE,
                "successorOrganCode",
                TestOrgans.FOREIGN,
                "validTo",
                "2025-01-01"),
            Map.of(
                "parentOrganCode",
                TestOrgans.OFFICE,
                "formerly",
                List.of(
                    Map.of(
                        "until",
                        "2020-01-01",
                        "name",
                        "某局",
                        "kind",
                        "DEPARTMENT",
                        "parentOrganCode",
                        TestOrgans.FOREIGN))))) {
      Map<String, Object> organ = new TreeMap<>(Map.of("name", "某股", "kind", "DEPARTMENT"));
      organ.putAll(named);
      answers(
          as(TestClient.OFFICE_ADMINISTRATOR).body(organ).put("/organs/" + below),
          403,
          named.toString());
    }
    String order =
        as(TestClient.ADMINISTRATOR)
            .body(Map.of("organCode", TestOrgans.FOREIGN))
            .post("/outbox/republications")
            .header("Location");
    answers(as(TestClient.OFFICE_ADMINISTRATOR).get(order), 404, order);
    as(TestClient.OFFICE_ADMINISTRATOR)
        .get("/audit/entries?limit=500")
        .then()
        .statusCode(200)
        .body("items.findAll { it.organCode == '" + TestOrgans.FOREIGN + "' }", equalTo(List.of()));
  }

  private static void answers(Response answer, int status, String what) {
    assertThat(answer.statusCode()).as(what + " " + answer.asString()).isEqualTo(status);
    if (status >= 400) {
      assertThat(answer.contentType()).startsWith("application/problem+json");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String posted(String organ) {
    return as(TestClient.RECORDER).body(application(organ)).post("/applications").path("id");
  }

  private static String application(String organ) {
    return ApplicationsIT.application("2024-09-02", "").replace(TestOrgans.OFFICE, organ);
  }

  /** The status of an operation on what isn't there, without a body. */
  private static int status(String operation, String token) {
    String[] parts = operation.split(" ", 2);
    String path =
        parts[1]
            .replace("{id}", ID)
            .replace("{organCode}", TestOrgans.OFFICE)
            .replace("{year}", "2024")
            .replaceAll("\\{\\w+}", "1");
    var request = given();
    if (!parts[0].equals("get")) {
      request =
          request
              .contentType(CONTENT_TYPES.getOrDefault(operation, "application/json"))
              .body(bytes(operation.contains("/calendar/") ? CALENDAR : "{}"));
    }
    return (token.isEmpty() ? request : request.auth().oauth2(token))
        .request(parts[0], path)
        .statusCode();
  }

  private static Map<String, Rule> table(Row... rows) {
    Map<String, Rule> table = new TreeMap<>();
    for (Row row : rows) {
      row.operations.forEach(operation -> table.put(operation, row.rule));
    }
    return table;
  }

  private static Row rule(Roles roles, Reach reach, String... operations) {
    return new Row(new Rule(roles, reach), List.of(operations));
  }
}
