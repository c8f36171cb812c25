package disclosure.requests.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProblemsIT {

  private static final String FINE =
      "{\"organCode\":\"" + TestOrgans.OFFICE + "\",\"channel\":\"POST\",\"on\":\"2024-02-29\"";

  @Test
  void a_fitting_body_is_read_and_its_text_normalised() {
    post(FINE + ",\"subject\":\" e\\u0301 \",\"steps\":[{\"type\":\"FAX\"}]}")
        .statusCode(200)
        .body("subject", equalTo("\u00e9"));
  }

  @Test
  void an_unknown_path_is_a_problem_in_chinese() {
    problem(given().get("/nowhere").then(), 404)
        .body("type", equalTo("/problems/not-found"))
        .body("title", equalTo("未找到"));
  }

  @Test
  void english_is_given_to_those_who_ask_for_it() {
    problem(given().header("Accept-Language", "en-GB,zh;q=0.5").get("/nowhere").then(), 404)
        .header("Content-Language", "en")
        .body("title", equalTo("Not found"));
    for (String malformed : List.of(";;=", "-", "en,-", "--;q=0.5")) {
      problem(given().header("Accept-Language", malformed).get("/nowhere").then(), 404)
          .body("title", equalTo("未找到"));
    }
  }

  @Test
  void a_method_that_the_resource_lacks_is_a_problem() {
    problem(given().delete("/probe").then(), 405)
        .body("type", equalTo("/problems/method-not-allowed"))
        .header("Allow", "GET, HEAD, OPTIONS, POST");
  }

  @Test
  void a_representation_that_the_resource_lacks_is_a_problem() {
    problem(
            given()
                .contentType("application/json")
                .accept("image/png")
                .body(FINE + "}")
                .post("/probe")
                .then(),
            406)
        .body("type", equalTo("/problems/not-acceptable"));
  }

  @Test
  void another_content_type_is_a_problem() {
    problem(
            given()
                .auth()
                .oauth2(TestClient.RECORDER.token())
                .contentType("text/xml")
                .body("<a/>")
                .post("/ledger/imports?organ=11141124000000099J")
                .then(),
            415)
        .body("type", equalTo("/problems/unsupported-media-type"))
        .header("Accept", containsString("text/csv"))
        .body("errors[0].header", equalTo("Content-Type"))
        .body("errors[0].expected.oneOf", hasItem("text/csv"));
    problem(given().contentType("text/xml").body("<a/>").post("/probe").then(), 415);
    problem(given().contentType(ContentType.URLENC).formParam("a", "b").post("/probe").then(), 415);
  }

  @Test
  void a_missing_body_is_a_problem() {
    problem(given().contentType("application/json").post("/probe").then(), 400)
        .body("errors.message", hasItem("缺少请求内容"));
    problem(post("null"), 400).body("type", equalTo("/problems/invalid-input"));
    problem(post("[]"), 400);
    problem(post("3"), 400);
    problem(post("\"text\""), 400);
  }

  @Test
  void every_faulty_field_is_named_in_one_answer() {
    problem(
            post(
                "{\"organCode\":\"111411240123456714\",\"channel\":\"PIGEON\",\"colour\":1,"
                    + "\"on\":\"2023-02-29\",\"applicant\":{\"type\":\"x\",\"a\":{}},"
                    + "\"steps\":[{\"type\":\"FAX\"},{},{\"type\":4}],\"subject\":\"123456\"}"),
            400)
        .body(
            "errors.field",
            hasItems(
                "organCode",
                "channel",
                "colour",
                "on",
                "applicant.type",
                "applicant.a",
                "steps[1].type",
                "steps[2].type",
                "subject"))
        .body("errors.size()", equalTo(9));
  }

  @Test
  void an_entry_says_what_is_wrong_where_and_what_would_be_right() {
    problem(
            post(
                FINE.replace("POST", "PIGEON") + ",\"a/b.c\":1,\"steps\":[{\"type\":\"FAX\"},{}]}"),
            400)
        .body("errors.find { it.field == 'channel' }.pointer", equalTo("/channel"))
        .body("errors.find { it.field == 'channel' }.code", equalTo("not-one-of"))
        .body("errors.find { it.field == 'channel' }.expected.oneOf", hasItem("POST"))
        .body("errors.find { it.field == 'steps[1].type' }.pointer", equalTo("/steps/1/type"))
        .body("errors.find { it.field == 'steps[1].type' }.code", equalTo("required"))
        .body("errors.find { it.code == 'unknown-field' }.pointer", equalTo("/a~1b.c"));
  }

  @Test
  void an_entry_tells_a_parameter_and_a_header_from_a_field_of_the_body() {
    problem(
            given()
                .auth()
                .oauth2(TestClient.RECORDER.token())
                .get("/tally?organ=1&year=2024")
                .then(),
            400)
        .body("errors[0].parameter", equalTo("organ"))
        .body("errors[0].pointer", nullValue())
        .body("errors[0].code", equalTo("not-an-organ-code"));
    problem(
            given()
                .auth()
                .oauth2(TestClient.RECORDER.token())
                .header("Idempotency-Key", "ü")
                .contentType("application/json")
                .body("{\"type\":\"CORRECTION_REQUESTED\",\"on\":\"2024-03-01\"}")
                .post("/applications/" + java.util.UUID.randomUUID() + "/steps")
                .then(),
            400)
        .body("errors[0].header", equalTo("Idempotency-Key"))
        .body("errors[0].code", equalTo("malformed-idempotency-key"));
  }

  @Test
  void what_was_sent_is_never_repeated() {
    String body = post(FINE.replace("POST", "张三的秘密") + "}").statusCode(400).extract().asString();
    assertThat(body).doesNotContain("张三");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject|3",
        "subject|true",
        "subject|[\"a\"]",
        "subject|\"a\\u0000b\"",
        "subject|\"\\ud800\"",
        "subject|\"a\\u202eb\"",
        "pages|1.0",
        "pages|1.5",
        "pages|\"1\"",
        "pages|\"\"",
        "pages|true",
        "pages|2147483648",
        "pages|1e2",
        "imported|\"true\"",
        "imported|1",
        "imported|\"\"",
        "id|\"1-1-1-1-1\"",
        "id|\"\"",
        "on|\"\"",
        "on|20240229",
        "on|[2024,2,29]",
        "on|\"2024-02-29T00:00:00\"",
        "on|\"+12024-02-29\"",
        "channel|0",
        "channel|\"\"",
        "channel|\"post\"",
        "applicant|\"\"",
        "applicant|[]",
        "applicant|[{\"type\":\"FAX\"}]",
        "steps|{}",
        "steps|\"\"",
      })
  void a_value_of_another_type_or_form_is_refused(String field, String value) {
    String body =
        FINE.contains("\"" + field + "\"")
            ? (FINE + "}")
                .replaceAll(
                    "\"" + field + "\":\"[^\"]*\"",
                    java.util.regex.Matcher.quoteReplacement("\"" + field + "\":" + value))
            : FINE + ",\"" + field + "\":" + value + "}";
    problem(post(body), 400).body("errors.field", equalTo(java.util.List.of(field)));
  }

  @Test
  void malformed_json_is_refused() {
    for (String body :
        new String[] {
          "{",
          FINE,
          FINE + "}}",
          FINE + "} {}",
          FINE + ",}",
          "{'a':1}",
          FINE + "//x\n}",
          "\ufeff" + FINE + "}",
          "NaN"
        }) {
      problem(post(body), 400);
    }
  }

  @Test
  void a_field_given_twice_is_refused_by_name() {
    problem(post(FINE + ",\"channel\":\"FAX\"}"), 400).body("errors.field", hasItem("channel"));
  }

  @Test
  void another_encoding_than_utf_8_is_refused() {
    problem(
        given()
            .contentType("application/json")
            .body((FINE + "}").getBytes(java.nio.charset.StandardCharsets.UTF_16))
            .post("/probe")
            .then(),
        400);
    problem(
        given()
            .contentType("application/json")
            .body(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'})
            .post("/probe")
            .then(),
        400);
  }

  @Test
  void deep_and_long_json_is_refused() {
    problem(post("[".repeat(100_000)), 400);
    problem(post(FINE + ",\"applicant\":" + "{\"a\":".repeat(40)), 400);
    problem(post(FINE + ",\"subject\":\"" + "长".repeat(9000) + "\"}"), 400)
        .body("errors.field", hasItem("subject"));
    problem(post(FINE + ",\"pages\":" + "9".repeat(1000) + "}"), 400);
  }

  @Test
  void a_body_beyond_256_kib_is_refused_however_it_is_sent() throws Exception {
    problem(post(" ".repeat(256 * 1024) + FINE + "}"), 413);
    var chunked =
        java.net.http.HttpRequest.newBuilder(
                java.net.URI.create(
                    io.restassured.RestAssured.baseURI
                        + ":"
                        + io.restassured.RestAssured.port
                        + "/probe"))
            .header("Content-Type", "application/json")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                    () ->
                        new java.io.ByteArrayInputStream(
                            (" ".repeat(300_000) + FINE + "}")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8))))
            .build();
    var answer =
        java.net.http.HttpClient.newHttpClient()
            .send(chunked, java.net.http.HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/too-large");
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void a_body_of_exactly_256_kib_is_read() {
    post(FINE + " ".repeat(256 * 1024 - FINE.length() - 1) + "}").statusCode(200);
  }

  @Test
  void a_body_in_another_encoding_is_wrong_as_a_whole() {
    problem(
            given()
                .contentType("application/json")
                .body((FINE + ",\"subject\":\"道路\"}").getBytes(Charset.forName("GB18030")))
                .post("/probe")
                .then(),
            400)
        .body("errors.code", contains("not-utf8"))
        .body("errors[0].field", equalTo(""));
  }

  @Test
  void an_unknown_or_repeated_query_parameter_is_refused() {
    given().get("/probe?name=a").then().statusCode(200);
    problem(given().get("/probe?nmae=a").then(), 400).body("errors.field", hasItem("nmae"));
    problem(given().get("/probe?name=a&name=b").then(), 400).body("errors.field", hasItem("name"));
  }

  @Test
  void a_failure_tells_nothing_of_its_cause() {
    problem(given().get("/probe/failing").then(), 500)
        .body("type", equalTo("/problems/internal-error"))
        .body(not(containsString("secret")));
  }

  @Test
  void no_token_and_a_broken_token_are_problems_with_a_challenge() {
    problem(given().get("/probe/recorders").then(), 401)
        .body("type", equalTo("/problems/unauthenticated"))
        .header("WWW-Authenticate", equalTo("Bearer"));
    problem(given().auth().oauth2("a.b.c").get("/probe/recorders").then(), 401)
        .header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""))
        .body("detail", containsString("已过期"));
  }

  @Test
  void another_role_is_a_problem() {
    problem(given().auth().oauth2(TestClient.ANALYST.token()).get("/probe/recorders").then(), 403)
        .body("type", equalTo("/problems/forbidden"))
        .body("detail", containsString("需要 recorder"));
    problem(given().auth().oauth2(TestClient.NOBODY.token()).get("/probe/recorders").then(), 403);
    given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .get("/probe/recorders")
        .then()
        .statusCode(200);
  }

  @Test
  void an_endpoint_without_roles_is_closed() {
    problem(
        given().auth().oauth2(TestClient.ADMINISTRATOR.token()).get("/probe/forgotten").then(),
        403);
  }

  private static ValidatableResponse post(String body) {
    return given()
        .contentType("application/json")
        .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post("/probe")
        .then();
  }

  private static ValidatableResponse problem(ValidatableResponse response, int status) {
    return response
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("status", equalTo(status))
        .body("type", startsWith("/problems/"))
        .body("title", not(equalTo("")))
        .body("detail", not(equalTo("")));
  }
}
