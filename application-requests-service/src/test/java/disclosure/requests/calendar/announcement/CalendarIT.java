package disclosure.requests.calendar.announcement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.TestDirectory;
import disclosure.requests.contract.OrganCode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The days of 2027 here are made up: they were not announced when this was written. */
@QuarkusTest
class CalendarIT {

  private static final String FIXED_2027 =
      """
      {"date":"2027-01-01","kind":"HOLIDAY","holiday":"元旦"},
      {"date":"2027-05-01","kind":"HOLIDAY","holiday":"劳动节"},
      {"date":"2027-05-02","kind":"HOLIDAY","holiday":"劳动节"},
      {"date":"2027-10-01","kind":"HOLIDAY","holiday":"国庆节"},
      {"date":"2027-10-02","kind":"HOLIDAY","holiday":"国庆节"},
      {"date":"2027-10-03","kind":"HOLIDAY","holiday":"国庆节"}\
      """;
  private static final String FOURTH_OFF =
      ",{\"date\":\"2027-01-04\",\"kind\":\"HOLIDAY\",\"holiday\":\"元旦\"}";
  private static final String NINTH_WORKED =
      ",{\"date\":\"2027-01-09\",\"kind\":\"MAKE_UP_WORKING_DAY\",\"holiday\":\"元旦\"}";

  @BeforeEach
  void organs() {
    RegisterTables.knowTestOrgans();
  }

  @Test
  void a_year_that_is_announced_makes_open_due_dates_sure_and_moves_them() {
    String id = extendedIntoNextYear();
    get(id).then().body("dueOn", equalTo("2027-01-18")).body("dueProvisional", equalTo(true));
    String concluded = extendedIntoNextYear();
    step(concluded, "{\"type\":\"CONCLUDED\",\"on\":\"2026-11-20\",\"outcome\":\"NOT_HELD\"}");

    put(2027, FIXED_2027 + FOURTH_OFF)
        .then()
        .statusCode(201)
        .header("ETag", "\"1\"")
        .body("version", equalTo("2027-1"))
        .body("workingDays", equalTo(258));

    awaitDue(id, "2027-01-19");
    get(id).then().body("dueProvisional", equalTo(false)).body("version", equalTo(3));
    given()
        .auth()
        .oauth2(TestClient.RECORDER.token())
        .get("/applications/" + id + "/clock")
        .then()
        .body("days.find { it.date == '2027-01-04' }.calendarVersion", equalTo("2027-1"))
        .body("days.find { it.date == '2027-01-04' }.kind", equalTo("REST_DAY"))
        .body("days.find { it.date == '2026-12-31' }.calendarVersion", equalTo("2026-1"));
    assertThat(
            RegisterTables.texts(
                "SELECT action || ' ' || client_id || ' ' || version FROM requests.audit_entry"
                    + " WHERE subject_id IN ('2027', '"
                    + id
                    + "') ORDER BY id"))
        .contains(
            "CALENDAR_YEAR_LOADED administrator 1", "APPLICATION_DUE_DATE_RECKONED register 3");
    assertThat(versions(concluded)).containsExactly("1", "2", "3");

    // A notice that changes the year again, just after somebody called the work for the first off.
    RegisterTables.update(
        "DELETE FROM requests.job_piece USING requests.job"
            + " WHERE job_id = job.id AND kind = 'due-dates'");
    RegisterTables.update(
        "UPDATE requests.job SET cancelled_at = clock_timestamp(),"
            + " finished_at = clock_timestamp() WHERE kind = 'due-dates'");
    put(2027, FIXED_2027 + FOURTH_OFF + NINTH_WORKED)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("version", equalTo("2027-2"));
    awaitDue(id, "2027-01-18");
    assertThat(versions(id)).containsExactly("1", "2", "3", "4");

    // The same again changes nothing.
    put(2027, FIXED_2027 + FOURTH_OFF + NINTH_WORKED)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    as(TestClient.ADMINISTRATOR)
        .header("If-Match", "\"1\"")
        .body(body(FIXED_2027 + FOURTH_OFF + NINTH_WORKED))
        .put("/calendar/2027")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"");
    as(TestClient.ADMINISTRATOR)
        .header("If-Match", "\"1\"")
        .body(body(FIXED_2027))
        .put("/calendar/2027")
        .then()
        .statusCode(412);
    as(TestClient.ANALYST)
        .get("/calendar/2027")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("days.size()", equalTo(8))
        .body("days[1].date", equalTo("2027-01-04"))
        .body("days[2].kind", equalTo("MAKE_UP_WORKING_DAY"));
    as(TestClient.ANALYST).get("/calendar").then().body("items.year", hasItems(2019, 2026, 2027));
  }

  @Test
  void an_opinion_that_lapses_settles_the_stored_due_date() {
    String id =
        post(
            "2024-03-04",
            ",\"steps\":[{\"type\":\"THIRD_PARTY_CONSULTED\",\"on\":\"2024-03-06\"}]");
    // As if it had been stored while the opinion was still awaited.
    RegisterTables.update(
        "UPDATE requests.application SET due_on = NULL, due_settled_on = '2024-03-28' WHERE id = '"
            + id
            + "'");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        RegisterTables.texts(
                            "SELECT due_on FROM requests.application WHERE id = '" + id + "'"))
                    .containsExactly("2024-04-23"));
    assertThat(versions(id)).containsExactly("1", "2");
  }

  @Test
  void days_off_of_a_place_hold_for_its_organs_alone() {
    String first = "116501000000000" + "01";
    String there = first + OrganCode.checkCharacter(first);
    TestDirectory.put(there, "某州人民政府办公室", "DEPARTMENT", "");
    String id = post(there, "2024-06-03", "");
    String elsewhere = post(TestOrgans.OFFICE, "2024-06-03", "");
    get(id).then().body("dueOn", equalTo("2024-07-02"));

    as(TestClient.ADMINISTRATOR)
        .body(body("{\"date\":\"2024-06-17\",\"kind\":\"HOLIDAY\",\"holiday\":\"古尔邦节\"}"))
        .put("/calendar/2024/divisions/65")
        .then()
        .statusCode(201)
        .body("division", equalTo("65"))
        .body("version", equalTo("2024-1"))
        .body("workingDays", nullValue());
    as(TestClient.ADMINISTRATOR)
        .body(
            body(
                "{\"date\":\"2024-06-18\",\"kind\":\"HOLIDAY\",\"holiday\":\"古尔邦节\"},"
                    + "{\"date\":\"2024-06-22\",\"kind\":\"MAKE_UP_WORKING_DAY\","
                    + "\"holiday\":\"古尔邦节\"}"))
        .put("/calendar/2024/divisions/6501")
        .then()
        .statusCode(201);

    awaitDue(id, "2024-07-03");
    get(elsewhere).then().body("dueOn", equalTo("2024-07-02")).body("version", equalTo(1));
    as(TestClient.RECORDER)
        .get("/applications/" + id + "/clock")
        .then()
        .body("days.find { it.date == '2024-06-17' }.text", equalTo("地方性节假日"))
        .body(
            "days.find { it.date == '2024-06-17' }.calendarVersion",
            equalTo("2024-1@65+6501:2024-1+2024-1"));
    as(TestClient.ANALYST)
        .get("/calendar/2024/divisions/65")
        .then()
        .statusCode(200)
        .body("days.date", equalTo(List.of("2024-06-17")));
    as(TestClient.ANALYST).get("/calendar/2024/divisions/66").then().statusCode(404);
    as(TestClient.ANALYST).get("/calendar/2024/divisions/6").then().statusCode(404);
  }

  @Test
  void a_year_that_cannot_be_a_notice_is_refused_by_its_days() {
    put(2028, "{\"date\":\"2028-01-01\",\"kind\":\"HOLIDAY\",\"holiday\":\"元旦\"}")
        .then()
        .statusCode(422)
        .body("errors.message", hasItem("缺少法定节假日 2028-10-01"))
        .body("errors.size()", equalTo(5));
    String fixed = FIXED_2027.replace("2027", "2028");
    put(
            2028,
            fixed
                + ",{\"date\":\"2027-12-31\",\"kind\":\"HOLIDAY\",\"holiday\":\"元旦\"}"
                + ",{\"date\":\"2028-01-01\",\"kind\":\"HOLIDAY\",\"holiday\":\"元旦\"}"
                + ",{\"date\":\"2028-01-05\",\"kind\":\"MAKE_UP_WORKING_DAY\",\"holiday\":\"元旦\"}")
        .then()
        .statusCode(422)
        .body("errors.field", equalTo(List.of("days[6].date", "days[7].date", "days[8].kind")));
    put(2028, fixed.replace("2028-01-01\",\"kind\":\"HOLIDAY", "2028-01-01\",\"kind\":\"WEEKEND"))
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("days[0].kind"));
    as(TestClient.ADMINISTRATOR)
        .body(body("{\"date\":\"2024-06-14\",\"kind\":\"MAKE_UP_WORKING_DAY\",\"holiday\":\"节\"}"))
        .put("/calendar/2024/divisions/64")
        .then()
        .statusCode(422)
        .body("errors.field", equalTo(List.of("days[0].kind")));
    for (String year : List.of("2007", "2999", "x")) {
      as(TestClient.ADMINISTRATOR)
          .body(body(fixed))
          .put("/calendar/" + year)
          .then()
          .statusCode(400)
          .body("errors.field", equalTo(List.of("year")));
    }
    as(TestClient.ANALYST).get("/calendar/2028").then().statusCode(404);
  }

  @Test
  void days_off_of_a_place_without_organs_are_refused() {
    for (String nowhere : List.of("99", "6599", "659999")) {
      as(TestClient.ADMINISTRATOR)
          .body(body("{\"date\":\"2024-06-17\",\"kind\":\"HOLIDAY\",\"holiday\":\"节\"}"))
          .put("/calendar/2024/divisions/" + nowhere)
          .then()
          .statusCode(422)
          .body("errors.field", equalTo(List.of("division")))
          .body("errors[0].message", containsString(nowhere));
      as(TestClient.ANALYST).get("/calendar/2024/divisions/" + nowhere).then().statusCode(404);
    }
  }

  @Test
  void only_who_administers_all_organs_may_load_a_year() {
    for (TestClient client : List.of(TestClient.RECORDER, TestClient.OFFICE_ADMINISTRATOR)) {
      as(client)
          .body(body(FIXED_2027.replace("2027", "2028")))
          .put("/calendar/2028")
          .then()
          .statusCode(403);
      as(client).body(body(FIXED_2027)).put("/calendar/2027/divisions/63").then().statusCode(403);
    }
  }

  private static String extendedIntoNextYear() {
    String id = post("2026-11-20", "");
    step(
        id,
        "{\"type\":\"EXTENDED\",\"on\":\"2026-11-20\",\"workingDays\":20,\"approvedBy\":\"批准001号\"}");
    return id;
  }

  private static void awaitDue(String id, String dueOn) {
    await()
        .untilAsserted(
            () ->
                assertThat(
                        RegisterTables.texts(
                            "SELECT data::json ->> 'dueOn' FROM requests.outbox WHERE key = '"
                                + id
                                + "' ORDER BY version DESC LIMIT 1"))
                    .containsExactly(dueOn));
    get(id).then().body("dueOn", equalTo(dueOn));
  }

  private static List<String> versions(String id) {
    return RegisterTables.texts(
        "SELECT version FROM requests.outbox WHERE key = '" + id + "' ORDER BY version");
  }

  private static String post(String receivedOn, String more) {
    return post(TestOrgans.OFFICE, receivedOn, more);
  }

  private static String post(String organ, String receivedOn, String more) {
    return as(TestClient.RECORDER)
        .body(
            String.format(
                Locale.ROOT,
                "{\"organCode\":\"%s\",\"sourceReference\":\"C-%s\",\"receivedOn\":\"%s\","
                    + "\"channel\":\"POST\",\"applicant\":{\"type\":\"NATURAL_PERSON\"}%s}",
                organ,
                UUID.randomUUID(),
                receivedOn,
                more))
        .post("/applications")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void step(String id, String step) {
    as(TestClient.RECORDER)
        .body(step)
        .post("/applications/" + id + "/steps")
        .then()
        .statusCode(200);
  }

  private static Response get(String id) {
    return as(TestClient.RECORDER).get("/applications/" + id);
  }

  private static Response put(int year, String days) {
    return as(TestClient.ADMINISTRATOR).body(body(days)).put("/calendar/" + year);
  }

  private static String body(String days) {
    return "{\"notice\":\"国务院办公厅通知（示例）\",\"days\":[" + days + "]}";
  }

  private static RequestSpecification as(TestClient client) {
    return given().auth().oauth2(client.token()).contentType("application/json");
  }
}
