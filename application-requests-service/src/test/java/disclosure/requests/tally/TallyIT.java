package disclosure.requests.tally;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
@QuarkusTest
class TallyIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void the_27_applications_of_linxian_2024_give_its_published_table() {
    String office = organ(Optional.empty());
    for (int i = 0; i < 27; i++) {
      post(office, linxian(i), LocalDate.of(2024, 1, 8).plusDays(12L * i));
    }
    Map<FormRow, long[]> published = new EnumMap<>(FormRow.class);
    published.put(FormRow.NEWLY_RECEIVED, new long[] {26, 1, 27});
    published.put(FormRow.PARTIALLY_DISCLOSED, new long[] {4, 0, 4});
    published.put(FormRow.NOT_HELD, new long[] {21, 0, 21});
    published.put(FormRow.PETITION_OR_COMPLAINT, new long[] {0, 1, 1});
    published.put(FormRow.CONCLUDED, new long[] {25, 1, 26});
    published.put(FormRow.CARRIED_OUT, new long[] {1, 0, 1});

    Response tally = tally("organ=" + office + "&year=2024");

    tally
        .then()
        .statusCode(200)
        .body("organ", equalTo(office))
        .body("from", equalTo("2024-01-01"))
        .body("to", equalTo("2024-12-31"))
        .body("scope", equalTo("OWN"))
        .body("rows.size()", equalTo(25))
        .body("rows[12].number", equalTo("三（四）1"))
        .body("rows[12].label", equalTo("本机关不掌握相关政府信息"));
    JsonNode rows = rows(tally);
    for (FormRow row : FormRow.values()) {
      long[] expected = published.getOrDefault(row, new long[] {0, 0, 0});
      JsonNode answered = rows.get(row.ordinal());
      assertThat(answered.get("code").asText()).isEqualTo(row.name());
      JsonNode counts = answered.get("counts");
      assertThat(counts).hasSize(6);
      assertThat(counts.get("NATURAL_PERSON").longValue()).as(row.name()).isEqualTo(expected[0]);
      assertThat(counts.get("COMMERCIAL_ENTERPRISE").longValue())
          .as(row.name())
          .isEqualTo(expected[1]);
      assertThat(answered.get("total").longValue()).as(row.name()).isEqualTo(expected[2]);
    }
    tally("organ=" + office + "&year=2025")
        .then()
        .body("rows[1].counts.NATURAL_PERSON", equalTo(1))
        .body("rows[0].total", equalTo(0));
  }

  @Test
  void any_period_and_scope_of_random_histories_is_counted_as_one_by_one() {
    Random random = new Random(2024);
    String top = organ(Optional.empty());
    String middle = organ(Optional.of(top));
    List<String> organs = List.of(top, middle, organ(Optional.of(middle)), organ(Optional.of(top)));
    List<History> histories = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      histories.add(History.random(random, organs.get(random.nextInt(organs.size()))));
    }
    histories.forEach(history -> send(history.json()));
    for (int i = 0; i < 40; i++) {
      LocalDate from = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(700));
      LocalDate to = from.plusDays(random.nextInt(400));
      String organ = organs.get(i % organs.size());
      boolean subtree = i % 3 != 0;
      List<String> counted =
          !subtree
              ? List.of(organ)
              : organ.equals(top)
                  ? organs
                  : organ.equals(middle) ? organs.subList(1, 3) : List.of(organ);
      JsonNode rows =
          rows(
              tally(
                  "organ=%s&from=%s&to=%s&scope=%s"
                      .formatted(organ, from, to, subtree ? "SUBTREE" : "OWN")));
      for (FormRow row : FormRow.values()) {
        long total = 0;
        for (ApplicantType type : ApplicantType.values()) {
          long expected =
              histories.stream()
                  .filter(history -> counted.contains(history.organ()))
                  .filter(history -> history.type() == type)
                  .filter(history -> history.standsIn(row, from, to))
                  .count();
          total += expected;
          assertThat(rows.at("/" + row.ordinal() + "/counts/" + type).longValue())
              .as("%s %s %s–%s", row, type, from, to)
              .isEqualTo(expected);
        }
        assertThat(rows.at("/" + row.ordinal() + "/total").longValue()).isEqualTo(total);
      }
    }
  }

  @Test
  void a_reclassified_application_counts_in_its_right_column_and_a_voided_one_nowhere() {
    String organ = organ(Optional.empty());
    String moved = post(organ, "", LocalDate.of(2024, 3, 1));
    String gone = post(organ, "", LocalDate.of(2024, 3, 1));
    step(
        moved,
        "{\"type\":\"RECLASSIFIED\",\"on\":\"2024-03-05\",\"applicantType\":\"LEGAL_SERVICE_PROVIDER\","
            + "\"reason\":\"律师事务所\"}");
    step(gone, "{\"type\":\"VOIDED\",\"on\":\"2024-03-05\",\"reason\":\"重复登记\"}");
    tally("organ=" + organ + "&year=2024")
        .then()
        .body(cell(FormRow.NEWLY_RECEIVED, ApplicantType.LEGAL_SERVICE_PROVIDER), equalTo(1))
        .body("rows[0].total", equalTo(1));
  }

  @Test
  void an_organ_that_ended_before_the_period_does_is_not_below_its_parent_any_more() {
    String parent = organ(Optional.empty());
    String ended = organ(Optional.of(parent));
    post(ended, "", LocalDate.of(2024, 3, 1));
    String query = "organ=" + parent + "&scope=SUBTREE&from=2024-01-01&to=";
    tally(query + "2024-06-30").then().body("rows[0].total", equalTo(1));
    RegisterTables.update(
        "UPDATE requests.organ SET valid_to = '2024-06-29' WHERE code = '" + ended + "'");
    tally(query + "2024-06-30").then().body("rows[0].total", equalTo(0));
    tally(query + "2024-06-29").then().body("rows[0].total", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "year=2024|organ",
        "organ=1&year=2024|organ",
        "organ=ORGAN&year=2024&year=2023|year",
        "organ=ORGAN&year=2007|year",
        "organ=ORGAN&year=9999|year",
        "organ=ORGAN&year=２０２４|year",
        "organ=ORGAN|from",
        "organ=ORGAN&from=2024-01-01|to",
        "organ=ORGAN&from=2024-02-01&to=2024-01-31|to",
        "organ=ORGAN&from=2008-04-30&to=2024-01-31|from",
        "organ=ORGAN&from=2024-01-01&to=9999-12-31|to",
        "organ=ORGAN&from=2023-02-29&to=2024-01-31|from",
        "organ=ORGAN&year=2024&to=2024-01-31|to",
        "organ=ORGAN&year=2024&scope=ALL|scope",
        "organ=ORGAN&year=2024&limit=1|limit",
      })
  void a_wrong_query_names_its_parameter(String query, String field) {
    tally(query.replace("ORGAN", TestOrgans.OFFICE))
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", hasItem(field));
  }

  @Test
  void an_organ_that_is_unknown_or_of_others_is_not_there() {
    tally("organ=12620600MB0523338C&year=2024").then().statusCode(404);
    given()
        .auth()
        .oauth2(TestClient.FOREIGN_RECORDER.token())
        .get("/tally?organ=" + TestOrgans.OFFICE + "&year=2024")
        .then()
        .statusCode(404);
    given().get("/tally?organ=" + TestOrgans.OFFICE + "&year=2024").then().statusCode(401);
  }

  private static String linxian(int i) {
    String on = LocalDate.of(2024, 1, 8).plusDays(12L * i + 1).toString();
    if (i == 26) {
      return ",\"steps\":[{\"type\":\"CORRECTION_REQUESTED\",\"on\":\"%s\",\"deadline\":\"2025-01-10\"}]"
          .formatted(on);
    }
    Outcome outcome =
        i < 4
            ? Outcome.PARTIALLY_DISCLOSED
            : i < 25 ? Outcome.NOT_HELD : Outcome.PETITION_OR_COMPLAINT;
    String type = i == 25 ? "COMMERCIAL_ENTERPRISE" : "NATURAL_PERSON";
    return ",\"applicant\":{\"type\":\"%s\"},\"steps\":[{\"type\":\"CONCLUDED\",\"on\":\"%s\",\"outcome\":\"%s\"}]"
        .formatted(type, on, outcome);
  }

  /** Parsed once: RestAssured compiles a script for each path that it is asked for. */
  private static JsonNode rows(Response tally) {
    try {
      JsonNode rows = JSON.readTree(tally.asByteArray()).get("rows");
      assertThat(rows.findValues("counts").stream().flatMap(TallyIT::cells))
          .allMatch(JsonNode::isIntegralNumber);
      return rows;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Stream<JsonNode> cells(JsonNode counts) {
    return StreamSupport.stream(counts.spliterator(), false);
  }

  private static String cell(FormRow row, ApplicantType type) {
    return "rows[" + row.ordinal() + "].counts." + type;
  }

  private static Response tally(String query) {
    return given().auth().oauth2(TestClient.ANALYST.token()).get("/tally?" + query);
  }

  private static String post(String organ, String more, LocalDate receivedOn) {
    String applicant =
        more.contains("applicant\"") ? "" : ",\"applicant\":{\"type\":\"NATURAL_PERSON\"}";
    return send(
        "{\"organCode\":\"%s\",\"sourceReference\":\"%s\",\"receivedOn\":\"%s\",\"channel\":\"ONLINE\"%s%s}"
            .formatted(organ, UUID.randomUUID(), receivedOn, applicant, more));
  }

  private static String send(String body) {
    return given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType("application/json")
        .body(body)
        .post("/applications")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void step(String id, String body) {
    given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .contentType("application/json")
        .body(body)
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
  }

  /** A new organ of the directory. */
  private static String organ(Optional<String> parent) {
    String first = "11990000%09d".formatted(Math.abs(UUID.randomUUID().hashCode() % 1_000_000_000));
    String code = first + OrganCode.checkCharacter(first);
    RegisterTables.update(
        "INSERT INTO requests.organ (code, name, kind, parent_code, version, recorded_at)"
            + " VALUES ('%s', '某机关', 'DEPARTMENT', %s, 1, now())"
                .formatted(code, parent.map(above -> "'" + above + "'").orElse("NULL")));
    return code;
  }

  /** The life of one application, as far as it is counted. */
  private record History(
      String organ,
      ApplicantType type,
      LocalDate receivedOn,
      Optional<LocalDate> concludedOn,
      Outcome outcome,
      boolean voided) {

    static History random(Random random, String organ) {
      LocalDate receivedOn = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(900));
      return new History(
          organ,
          ApplicantType.values()[random.nextInt(6)],
          receivedOn,
          random.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of(receivedOn.plusDays(random.nextInt(200))),
          Outcome.values()[random.nextInt(21)],
          random.nextInt(10) == 0);
    }

    boolean standsIn(FormRow row, LocalDate from, LocalDate to) {
      boolean concludedBefore = concludedOn.filter(day -> day.isBefore(from)).isPresent();
      boolean concludedByEnd = concludedOn.filter(day -> !day.isAfter(to)).isPresent();
      boolean concludedWithin = concludedByEnd && !concludedBefore;
      if (voided) {
        return false;
      }
      return switch (row) {
        case NEWLY_RECEIVED -> !receivedOn.isBefore(from) && !receivedOn.isAfter(to);
        case CARRIED_IN -> receivedOn.isBefore(from) && !concludedBefore;
        case CONCLUDED -> concludedWithin;
        case CARRIED_OUT -> !receivedOn.isAfter(to) && !concludedByEnd;
        default -> concludedWithin && row == FormRow.of(outcome);
      };
    }

    String json() {
      List<String> steps = new ArrayList<>();
      concludedOn.ifPresent(
          on ->
              steps.add(
                  "{\"type\":\"CONCLUDED\",\"on\":\"%s\",\"outcome\":\"%s\"}"
                      .formatted(on, outcome)));
      if (voided) {
        steps.add(
            "{\"type\":\"VOIDED\",\"on\":\"%s\",\"reason\":\"重复\"}"
                .formatted(concludedOn.orElse(receivedOn)));
      }
      return "{\"organCode\":\"%s\",\"sourceReference\":\"%s\",\"receivedOn\":\"%s\",\"channel\":\"FAX\",\"imported\":true,\"applicant\":{\"type\":\"%s\"},\"steps\":[%s]}"
          .formatted(organ, UUID.randomUUID(), receivedOn, type, String.join(",", steps));
    }
  }
}
