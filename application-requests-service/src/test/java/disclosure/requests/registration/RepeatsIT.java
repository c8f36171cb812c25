package disclosure.requests.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who applied can't be found out by posting again, without a trace or for ever. */
@QuarkusTest
class RepeatsIT {

  private static final int MOST = 500;

  private final String reference = "R-" + UUID.randomUUID();

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
    forget();
  }

  @AfterEach
  void forget() {
    RegisterTables.update(
        "DELETE FROM requests.differing_repeats WHERE client_id = 'county-recorder'");
  }

  @Test
  void a_guess_stands_in_the_trail_and_so_does_the_right_one_after_it() {
    String id = post("张三").statusCode(201).extract().path("id");
    post("张三").statusCode(200);
    audited(id, "APPLICATION_REGISTERED");

    post("李四").statusCode(409);
    post("张三").statusCode(200);

    audited(
        id, "APPLICATION_REPEAT_AGREED", "APPLICATION_REPEAT_DIFFERED", "APPLICATION_REGISTERED");
    assertThat(
            RegisterTables.texts(
                "SELECT t::text FROM requests.audit_entry t WHERE subject_id = '" + id + "'"))
        .noneMatch(entry -> entry.contains("张三") || entry.contains("李四"));
  }

  @Test
  void a_guess_that_can_not_be_recorded_any_more_stands_in_the_trail() {
    String organ = RegisterTables.newOrgan();
    String first = body(reference, "张三").replace(TestOrgans.OFFICE, organ);
    String id =
        ApplicationsIT.as(TestClient.RECORDER)
            .body(first)
            .post("/applications")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    RegisterTables.update(
        "UPDATE requests.organ SET valid_to = '2024-02-01' WHERE code = '" + organ + "'");

    ApplicationsIT.post(first.replace("张三", "李四")).then().statusCode(422);

    audited(id, "APPLICATION_REPEAT_DIFFERED", "APPLICATION_REGISTERED");
  }

  @Test
  void who_differed_too_often_is_told_nothing_more_and_can_still_record() {
    post("张三").statusCode(201);

    List<Integer> guesses = batch(IntStream.range(0, MOST).mapToObj(i -> "某" + i).toList());
    assertThat(guesses).containsOnly(409);

    post("李四").statusCode(429).header("Retry-After", Integer::parseInt, within(1, 3600));
    post("张三").statusCode(429);
    assertThat(batch(List.of("李四", "张三"))).containsOnly(429);
    ApplicationsIT.as(TestClient.COUNTY_RECORDER)
        .body(body("R-" + UUID.randomUUID(), "张三"))
        .post("/applications")
        .then()
        .statusCode(201);
    RegisterTables.update(
        "UPDATE requests.differing_repeats SET since = since - interval '1 hour'"
            + " WHERE client_id = 'county-recorder'");
    post("李四").statusCode(409);
    post("张三").statusCode(200);
  }

  private static org.hamcrest.Matcher<Integer> within(int least, int most) {
    return org.hamcrest.Matchers.allOf(
        org.hamcrest.Matchers.greaterThanOrEqualTo(least),
        org.hamcrest.Matchers.lessThanOrEqualTo(most));
  }

  private ValidatableResponse post(String name) {
    return ApplicationsIT.as(TestClient.COUNTY_RECORDER)
        .body(body(reference, name))
        .post("/applications")
        .then();
  }

  private List<Integer> batch(List<String> names) {
    String lines =
        names.stream()
            .map(name -> body(reference, name).replace("\n", ""))
            .collect(Collectors.joining("\n"));
    String answers =
        io.restassured.RestAssured.given()
            .auth()
            .oauth2(TestClient.COUNTY_RECORDER.token())
            .contentType(BatchResource.NDJSON)
            .body(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .post("/applications/batch")
            .asString();
    return Arrays.stream(answers.split("\n"))
        .map(answer -> io.restassured.path.json.JsonPath.from(answer).getInt("status"))
        .toList();
  }

  private static String body(String reference, String name) {
    return """
    {"organCode":"%s","sourceReference":"%s","receivedOn":"2024-03-01","channel":"POST",
     "applicant":{"type":"NATURAL_PERSON","name":"%s"}}\
    """
        .formatted(TestOrgans.OFFICE, reference, name);
  }

  private static void audited(String id, String... actions) {
    ApplicationsIT.as(TestClient.ADMINISTRATOR)
        .get("/audit/entries?subject=" + id)
        .then()
        .body("items.action", contains(actions))
        .body("items[0].version", equalTo(1));
  }
}
