package disclosure.statistics.matrix;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.edge.testing.codes.ProvokedCodes;
import disclosure.requests.contract.ApplicantType;
import disclosure.statistics.Register;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, the answer is a table or a problem that names the parameter. */
@Tag("slow")
@QuarkusTest
class HostileQuestionsIT {

  private static final String ORGAN = TestOrgans.coded("11141124012349501");
  private static final String UNKNOWN = TestOrgans.coded("11141124012349502");
  private static final String CELL = "&row=NOT_HELD&column=TOTAL";

  private static final Map<String, String> TABLES =
      Map.of(
          "/matrix", "&year=2024",
          "/matrix/cell", "&year=2024" + CELL,
          "/disputes", "&year=2024",
          "/timeliness", "&year=2024",
          "/channels", "&year=2024",
          "/open", "",
          "/fees", "&year=2024",
          "/trend", "&year=2024",
          "/comparison", "&year=2024",
          "/ranking", "&year=2024");

  private static final List<String> VALUES =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "x",
          "null",
          "2024 ",
          "9999",
          "99999999999999999999",
          "２０２４",
          "2024-13",
          "2024-02-30",
          "0000-00-00",
          "+999999999-12-31",
          "-999999999-01-01",
          "2024-Q5",
          "2024-03-31T00:00:00",
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "0000-01-01T00:00:00+18:00",
          "9999-12-31T23:59:59Z",
          "2024-03-31T23:59:60Z",
          "\u0000",
          "';DROP TABLE daily_count;--",
          "%",
          "../../etc/passwd",
          "{\"a\":1}",
          "<script>",
          "𝟚𝟘𝟚𝟜",
          "\uFEFF2024",
          "TOTAL",
          "CONCLUDED",
          "x".repeat(3000));

  private static final Set<String> PARAMETERS =
      Set.of(
          "organ",
          "year",
          "quarter",
          "month",
          "from",
          "to",
          "on",
          "scope",
          "knownAt",
          "format",
          "row",
          "column",
          "after",
          "limit",
          "by",
          "nonsense");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static boolean known;

  @TestHTTPResource("/")
  URL url;

  @BeforeEach
  void known() {
    if (known) {
      return;
    }
    known = true;
    try (Register register = new Register()) {
      register.organ(ORGAN, "某局", Optional.empty());
      register.application(
          Register.application(
              UUID.randomUUID(),
              1,
              ORGAN,
              ApplicantType.NATURAL_PERSON,
              "2024-03-01",
              Optional.empty(),
              Optional.empty()));
    }
    await()
        .untilAsserted(
            () -> assertThat(ask("/matrix?year=2024&organ=" + ORGAN).statusCode()).isEqualTo(200));
  }

  @Test
  void every_parameter_of_every_table_may_be_anything() {
    List<String> wrong = new ArrayList<>();
    TABLES.forEach(
        (path, period) -> {
          for (String parameter : PARAMETERS) {
            for (String value : VALUES) {
              String rest = ("&organ=" + ORGAN + period).replaceAll("&" + parameter + "=[^&]*", "");
              String question = path + "?" + parameter + "=" + encoded(value) + rest;
              HttpResponse<String> answer = ask(question);
              if (!isSound(answer)) {
                wrong.add(answer.statusCode() + " " + question + " " + answer.body());
              }
            }
          }
        });
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/matrix?year=2024&month=2024-03                        | year",
        "/matrix?year=2024&from=2024-01-01                      | year",
        "/matrix?from=2024-01-01                                | to",
        "/matrix?to=2024-01-01                                  | from",
        "/matrix?from=2024-02-01&to=2024-01-31                  | to",
        "/matrix?from=1900-01-01&to=2024-01-31                  | from",
        "/matrix?year=2024&year=2023                            | year",
        "/matrix?year=2024&knownAt=2999-01-01T00:00:00Z         | knownAt",
        "/matrix?year=2024&knownAt=-999999999-01-01T00:00:00Z   | knownAt",
        "/matrix?year=2024&knownAt=2024-01-01                   | knownAt",
        "/matrix?quarter=2024-Q5                                | quarter",
        "/matrix?month=2024-13                                  | month",
        "/matrix?year=2024&scope=subtree                        | scope",
        "/matrix?year=2024&format=JSON                          | format",
        "/matrix?year=2024&limit=3                              | limit",
        "/trend?from=2019-01-01&to=2024-01-31                   | to",
        "/ranking?year=2024&limit=1001                          | limit",
        "/open?on=2999-01-01                                    | on",
      })
  void a_wrong_parameter_is_named(String question, String field) {
    HttpResponse<String> answer = ask(question + "&organ=" + ORGAN);
    ProvokedCodes.look(answer.body());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(contentType(answer)).startsWith("application/problem+json");
    assertThat(faultyFields(answer)).containsExactly(field);
  }

  @Test
  void an_organ_that_is_not_there_is_not_found() {
    TABLES.forEach(
        (path, period) ->
            assertThat(ask(path + "?organ=" + UNKNOWN + period).statusCode())
                .as(path)
                .isEqualTo(404));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "_",
        "11141124012345698T_",
        "11141124012345698T_00000000-0000-0000-0000-000000000000_1",
        "11141124012345698X_00000000-0000-0000-0000-000000000000",
        "11141124012345698T_0-0-0-0-0",
        "00000000-0000-0000-0000-000000000000",
        "2024-02-30_00000000-0000-0000-0000-000000000000",
        "2024-02-29_11141124012345698T_00000000-0000-0000-0000-000000000000",
        "' OR 1=1"
      })
  void a_place_that_no_page_gave_is_refused(String after) {
    HttpResponse<String> answer =
        ask("/matrix/cell?year=2024&organ=" + ORGAN + CELL + "&after=" + encoded(after));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(faultyFields(answer)).containsExactly("after");
  }

  /** With everything else that may be asked at once, they still are an address. */
  @Test
  void as_many_organs_as_may_be_left_out_fit_into_an_address() {
    String longest =
        "/matrix/cell?row=EXCESSIVE_WITHOUT_REASON&column=PUBLIC_WELFARE_ORGANIZATION&scope=OWN"
            + "&from=2024-01-01&to=2024-12-31&limit=1000&knownAt="
            + encoded("2024-12-31T23:59:59.999999+08:00")
            + "&after="
            + encoded("2024-02-29_00000000-0000-0000-0000-000000000000")
            + "&organ="
            + ORGAN;
    String one = "&without=" + UNKNOWN;
    assertThat(ask(longest + one.repeat(250)).statusCode()).isIn(200, 404);
    HttpResponse<String> tooMany = ask(longest + one.repeat(251));
    assertThat(tooMany.statusCode()).isEqualTo(400);
    assertThat(faultyFields(tooMany)).contains("without");
    assertThat(tooMany.body()).contains("250");
  }

  /** It shows nothing that the same question without it would not show. */
  @Test
  void a_place_in_another_organ_only_skips() {
    for (String organ : List.of("11000000000000000X", UNKNOWN)) {
      HttpResponse<String> answer =
          ask(
              "/matrix/cell?year=2024&row=NEWLY_RECEIVED&column=TOTAL&organ="
                  + ORGAN
                  + "&after="
                  + organ
                  + "_ffffffff-ffff-ffff-ffff-ffffffffffff");
      assertThat(answer.statusCode()).isIn(200, 400);
      assertThat(answer.body()).doesNotContain("applicationId\":null");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "x", "W/", "\"", "W/\"x", "\"a\",\"b\"", ",,,", "\u00e9"})
  void any_tag_may_be_sent(String tag) {
    Response answer =
        given()
            .urlEncodingEnabled(false)
            .auth()
            .oauth2(TestClient.ANALYST.token())
            .header("If-None-Match", tag)
            .get("/matrix?year=2024&organ=" + ORGAN);
    assertThat(answer.statusCode()).isIn(200, 304, 400);
  }

  private static boolean isSound(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status == 200) {
      return true;
    }
    return (status == 400 || status == 404 || status == 414)
        && (contentType(answer).startsWith("application/problem+json") || status == 414)
        && (status != 400 || !faultyFields(answer).isEmpty());
  }

  private static String contentType(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  private static List<String> faultyFields(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body()).path("errors").findValuesAsText("field");
    } catch (IOException failure) {
      throw new UncheckedIOException(answer.body(), failure);
    }
  }

  /** Thousands of questions: RestAssured would need longer for each than the service. */
  private HttpResponse<String> ask(String question) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + url.getPort() + question.strip()))
            .header("Authorization", "Bearer " + TestClient.ANALYST.token())
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(question, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
