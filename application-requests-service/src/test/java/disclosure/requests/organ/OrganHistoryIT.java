package disclosure.requests.organ;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.TestDirectory;
import disclosure.requests.contract.ApplicantType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renaming, moving, abolishing and merging organs, and the directory as of a day. */
@QuarkusTest
class OrganHistoryIT {

  private final String county = TestOrgans.fresh();
  private final String city = TestOrgans.fresh();
  private final String bureau = TestOrgans.fresh();
  private final String other = TestOrgans.fresh();

  @BeforeEach
  void directory() {
    TestDirectory.put(county, "某县人民政府", "GOVERNMENT", "");
    TestDirectory.put(city, "某市人民政府", "GOVERNMENT", "");
    TestDirectory.put(bureau, "某县工商局", "DEPARTMENT", county);
    TestDirectory.put(other, "某县质监局", "DEPARTMENT", county);
  }

  @Test
  void a_renamed_and_moved_organ_keeps_what_it_was() {
    put(bureau, organ("某市市场监督管理局", city, "since", "2019-03-01"))
        .statusCode(200)
        .body("version", equalTo(2))
        .body("formerly.until", contains("2019-02-28"))
        .body("formerly.name", contains("某县工商局"));
    get("/organs/" + bureau + "?asOf=2019-02-28")
        .body("name", equalTo("某县工商局"))
        .body("parentOrganCode", equalTo(county));
    get("/organs/" + bureau + "?asOf=2019-03-01")
        .body("name", equalTo("某市市场监督管理局"))
        .body("parentOrganCode", equalTo(city));
    get("/organs?asOf=2019-02-28&parent=" + county)
        .body("items.organCode", contains(bureau, other))
        .body("items[0].name", equalTo("某县工商局"));
    get("/organs?asOf=2019-03-01&parent=" + county).body("items.organCode", contains(other));
    given(TestClient.ANALYST)
        .queryParam("asOf", "2019-02-28")
        .queryParam("parent", county)
        .queryParam("name", "工商")
        .get("/organs")
        .then()
        .body("items.organCode", contains(bureau));
    get("/organs/" + bureau + "/versions")
        .body("items.version", contains(2, 1))
        .body("items[1].name", equalTo("某县工商局"))
        .body("before", nullValue());
    get("/organs/" + bureau + "/versions?limit=1").body("before", equalTo(2));
    get("/organs/" + bureau + "/versions?before=2").body("items.version", contains(1));
  }

  @Test
  void all_that_lies_under_an_organ_on_a_day_is_had_at_once() {
    String station = TestOrgans.fresh();
    put(station, organ("某工商所", bureau)).statusCode(201);
    put(bureau, organ("某市市场监督管理局", city, "since", "2019-03-01")).statusCode(200);
    get("/organs?asOf=2019-02-28&under=" + county)
        .body("items.organCode", containsInAnyOrder(bureau, other, station))
        .body("items.find { it.organCode == '" + station + "' }.parentOrganCode", equalTo(bureau))
        .body("items.find { it.organCode == '" + bureau + "' }.name", equalTo("某县工商局"));
    get("/organs?asOf=2019-03-01&under=" + county).body("items.organCode", contains(other));
    get("/organs?asOf=2019-03-01&under=" + city)
        .body("items.organCode", containsInAnyOrder(bureau, station));
    get("/organs?asOf=2019-02-28&limit=2&under=" + county)
        .body("items", hasSize(2))
        .body("next", notNullValue());
    get("/organs?under=" + county).statusCode(400).body("errors.field", contains("asOf"));
    get("/organs?asOf=2019-03-01&parent=" + city + "&under=" + county)
        .statusCode(400)
        .body("errors.field", contains("under"));
  }

  @Test
  void the_same_change_again_changes_nothing_and_without_a_day_it_corrects() {
    Map<String, Object> change = organ("某县市场监督管理局", county, "since", "2019-03-01");
    put(bureau, change).body("version", equalTo(2));
    put(bureau, change).statusCode(200).body("version", equalTo(2));
    put(bureau, organ("某县市场监管局", county))
        .body("version", equalTo(3))
        .body("name", equalTo("某县市场监管局"))
        .body("formerly.name", contains("某县工商局"));
    put(bureau, organ("某县市场监管局", county, "formerly", List.of()))
        .body("version", equalTo(4))
        .body("formerly", nullValue());
  }

  @Test
  void changes_follow_each_other_within_the_life_of_the_organ() {
    put(bureau, organ("某县市场监督管理局", county, "since", "2019-03-01")).statusCode(200);
    put(bureau, organ("某局", county, "since", "2019-02-28"))
        .statusCode(422)
        .body("errors.field", contains("since"));
    put(bureau, organ("某局", county, "since", "2020-02-01", "validTo", "2020-01-01"))
        .statusCode(400)
        .body("errors.field", contains("since"));
    put(bureau, organ("某县市场监督管理局", county, "validTo", "2019-01-01"))
        .statusCode(400)
        .body("errors.field", contains("validTo"));
    Map<String, Object> term = Map.of("until", "2018-01-01", "name", "某局", "kind", "OTHER");
    put(bureau, organ("某局", county, "formerly", List.of(term, term)))
        .statusCode(400)
        .body("errors.field", contains("formerly[1].until"));
    put(TestOrgans.fresh(), organ("某局", county, "since", "2018-01-01"))
        .statusCode(422)
        .body("errors.field", contains("since"));
    get("/organs/" + bureau).body("version", equalTo(2));
  }

  @Test
  void an_organ_that_is_gone_is_listed_only_for_its_time() {
    put(bureau, organ("某县工商局", county, "validFrom", "2010-01-01", "validTo", "2018-12-31"))
        .statusCode(200);
    get("/organs?asOf=2018-12-31&parent=" + county).body("items.organCode", hasItems(bureau));
    get("/organs?asOf=2019-01-01&parent=" + county).body("items.organCode", contains(other));
    get("/organs/" + bureau + "?asOf=2018-12-31").statusCode(200);
    get("/organs/" + bureau + "?asOf=2019-01-01").statusCode(404);
    get("/organs/" + bureau + "?asOf=2009-12-31").statusCode(404);
    get("/organs/" + bureau + "?asOf=2019-13-01")
        .statusCode(400)
        .body("errors.field", contains("asOf"))
        .body("errors.code", contains("not-a-date"));
    get("/organs/" + bureau + "?asOf=1949-09-30")
        .statusCode(400)
        .body("errors.code", contains("day-out-of-range"));
  }

  @Test
  void a_chain_of_mergers_is_counted_with_the_last_of_it() {
    String last = TestOrgans.fresh();
    TestDirectory.put(last, "某县市场监督管理局", "DEPARTMENT", county);
    for (String organ : List.of(bureau, other, last)) {
      concluded(organ);
    }
    put(bureau, organ("某县工商局", county, "validTo", "2024-06-30", "successorOrganCode", other))
        .statusCode(200);
    put(other, organ("某县质监局", county, "validTo", "2024-09-30", "successorOrganCode", last))
        .statusCode(200)
        .body("successorOrganCode", equalTo(last));
    assertNew(last, "2024-10-01", 3);
    assertNew(last, "2024-09-30", 1);
    assertNew(other, "2024-09-30", 2);
    assertNew(other, "2024-06-30", 1);
    assertNew(county, "2024-06-30", 3);
    assertNew(county, "2024-12-31", 3);
    assertNew(bureau, "2024-12-31", 1);
  }

  @Test
  void what_was_merged_into_an_organ_is_counted_as_its_own() {
    String last = TestOrgans.fresh();
    TestDirectory.put(last, "某县市场监督管理局", "DEPARTMENT", county);
    for (String organ : List.of(bureau, other, last)) {
      concluded(organ);
    }
    put(bureau, organ("某县工商局", county, "validTo", "2024-06-30", "successorOrganCode", other))
        .statusCode(200);
    put(other, organ("某县质监局", county, "validTo", "2024-09-30", "successorOrganCode", last))
        .statusCode(200);
    assertOwn(last, "from=2024-01-01&to=2024-09-30", 1);
    assertOwn(last, "from=2024-01-01&to=2024-10-01", 3);
    assertOwn(last, "year=2024", 3);
    assertOwn(last, "year=2024&without=" + bureau, 2);
    assertOwn(last, "year=2024&without=" + other, 1);
    assertOwn(last, "year=2024&without=" + bureau + "&without=" + other, 1);
    String many = ("&without=" + bureau).repeat(120);
    assertOwn(last, "year=2024" + many, 2);
    get("/fees?year=2024&organ=" + last + many).statusCode(200);
    get("/handling?year=2024&organ=" + last + many).statusCode(200);
    get("/tally?year=2024&year=2024&organ=" + last).statusCode(400);
    assertOwn(bureau, "year=2024", 1);
    get("/handling?year=2024&organ=" + last).body("overdue", hasSize(3));
    get("/handling?year=2024&organ=" + last + "&without=" + other).body("overdue", hasSize(1));
    get("/tally?year=2024&scope=SUBTREE&organ=" + last + "&without=" + other)
        .statusCode(400)
        .body("errors.field", contains("without"));
    get("/handling?year=2024&organ=" + last + "&without=x")
        .statusCode(400)
        .body("errors.field", contains("without"));
  }

  @Test
  void what_lies_below_a_merged_organ_lies_under_what_its_successor_lies_under() {
    String station = TestOrgans.fresh();
    put(station, organ("某工商所", bureau)).statusCode(201);
    put(bureau, organ("某县工商局", county, "validTo", "2024-06-30", "successorOrganCode", other))
        .statusCode(200);
    for (String top : List.of(county, other)) {
      get("/organs?asOf=2024-12-31&under=" + top)
          .body("items.find { it.organCode == '" + station + "' }.parentOrganCode", equalTo(bureau))
          .body("items.organCode", not(hasItems(bureau)));
    }
    get("/organs?asOf=2024-06-30&under=" + other).body("items", empty());
  }

  @Test
  void an_organ_with_others_below_ends_without_a_successor_only_when_they_went_elsewhere() {
    String station = TestOrgans.fresh();
    put(station, organ("某工商所", bureau)).statusCode(201);
    Map<String, Object> end = organ("某县工商局", county, "validTo", "2024-06-30");
    put(bureau, end)
        .statusCode(422)
        .body("errors.field", contains("validTo"))
        .body(
            "errors.message",
            contains("下级机关“某工商所”在2024-07-01仍然存续，请先为其填写新的上级机关或者终止日期，或者填写本机关的承继机关"));
    put(station, organ("某工商所", other, "since", "2024-07-01")).statusCode(200);
    put(bureau, end).statusCode(200);
    put(station, organ("某工商所", bureau, "formerly", List.of()))
        .statusCode(422)
        .body("errors.field", contains("parentOrganCode"));
    put(station, organ("某工商所", bureau, "formerly", List.of(), "validTo", "2024-06-30"))
        .statusCode(200);
  }

  private static void assertOwn(String organ, String query, int expected) {
    get("/tally?organ=" + organ + "&" + query)
        .statusCode(200)
        .body("rows[0].total", equalTo(expected));
  }

  @Test
  void an_organ_that_is_gone_without_a_successor_is_not_counted_after_its_end() {
    concluded(bureau);
    concluded(other);
    put(bureau, organ("某县工商局", county, "validTo", "2024-06-30")).statusCode(200);
    assertNew(county, "2024-06-30", 2);
    assertNew(county, "2024-07-01", 1);
    put(other, organ("某县质监局", city, "since", "2024-08-01")).statusCode(200);
    assertNew(county, "2024-07-31", 1);
    assertNew(county, "2024-08-01", 0);
    assertNew(city, "2024-08-01", 1);
  }

  @Test
  void who_acts_for_the_successor_acts_for_the_merged_organ() {
    TestDirectory.register();
    String path = concluded(bureau).replaceFirst("^.*/applications/", "/applications/");
    given(TestClient.OFFICE_RECORDER).get(path).then().statusCode(404);
    put(
            bureau,
            organ(
                "某县工商局", county, "validTo", "2024-06-30", "successorOrganCode", TestOrgans.OFFICE))
        .statusCode(200);
    given(TestClient.OFFICE_RECORDER).get(path).then().statusCode(200);
  }

  @Test
  void a_successor_must_exist_on_the_day_after() {
    put(bureau, organ("某县工商局", county, "validTo", "2024-06-30")).statusCode(200);
    put(other, organ("某县质监局", county, "validTo", "2024-06-30", "successorOrganCode", bureau))
        .statusCode(422)
        .body("errors.field", contains("successorOrganCode"));
    put(
            other,
            organ(
                "某县质监局", county, "validTo", "2024-06-30", "successorOrganCode", TestOrgans.fresh()))
        .statusCode(422)
        .body("errors.field", contains("successorOrganCode"));
    put(
            other,
            organ(
                "某县质监局",
                county,
                "formerly",
                List.of(
                    Map.of(
                        "until",
                        "2018-01-01",
                        "name",
                        "某局",
                        "kind",
                        "OTHER",
                        "parentOrganCode",
                        TestOrgans.fresh()))))
        .statusCode(422)
        .body("errors.field", contains("formerly[0].parentOrganCode"));
    get("/organs/" + other).body("version", equalTo(1));
  }

  @Test
  void no_organ_stands_below_itself_on_any_day() {
    put(county, organ("某县人民政府", city, "since", "2020-01-01")).statusCode(200);
    put(city, organ("某市人民政府", county, "formerly", List.of()))
        .statusCode(422)
        .body("errors.field", contains("parentOrganCode"));
    put(
            city,
            organ(
                "某市人民政府",
                "",
                "formerly",
                List.of(
                    Map.of(
                        "until",
                        "2020-06-30",
                        "name",
                        "某市",
                        "kind",
                        "OTHER",
                        "parentOrganCode",
                        county))))
        .statusCode(422)
        .body("errors.field", contains("formerly"));
    put(
            city,
            organ(
                "某市人民政府",
                "",
                "formerly",
                List.of(
                    Map.of(
                        "until",
                        "2019-12-31",
                        "name",
                        "某市",
                        "kind",
                        "OTHER",
                        "parentOrganCode",
                        county))))
        .statusCode(200);
    put(county, organ("某县人民政府", city, "validTo", "2024-06-30", "successorOrganCode", bureau))
        .statusCode(422)
        .body("errors.field", contains("successorOrganCode"));
  }

  @Test
  void an_unknown_organ_has_no_versions() {
    get("/organs/" + TestOrgans.fresh() + "/versions").statusCode(404);
    get("/organs?asOf=1949-10-01&name=" + "无此机关").body("items", empty());
  }

  static void assertNew(String organ, String to, int expected) {
    get("/tally?organ=" + organ + "&scope=SUBTREE&from=2024-01-01&to=" + to)
        .statusCode(200)
        .body("rows[0].counts." + ApplicantType.NATURAL_PERSON, equalTo(expected))
        .body("rows[0].total", equalTo(expected));
  }

  static String concluded(String organ) {
    return given(TestClient.RECORDER)
        .body(
            Map.of(
                "organCode",
                organ,
                "sourceReference",
                "甲-1",
                "receivedOn",
                "2024-01-08",
                "channel",
                "ONLINE",
                "applicant",
                Map.of("type", "NATURAL_PERSON")))
        .post("/applications")
        .then()
        .statusCode(201)
        .extract()
        .header("Location");
  }

  static Map<String, Object> organ(String name, String parent, Object... more) {
    Map<String, Object> organ = new LinkedHashMap<>();
    organ.put("name", name);
    organ.put("kind", parent.isEmpty() ? "GOVERNMENT" : "DEPARTMENT");
    if (!parent.isEmpty()) {
      organ.put("parentOrganCode", parent);
    }
    for (int i = 0; i < more.length; i += 2) {
      organ.put((String) more[i], more[i + 1]);
    }
    return organ;
  }

  private static RequestSpecification given(TestClient client) {
    return RestAssured.given().auth().oauth2(client.token()).contentType("application/json");
  }

  static ValidatableResponse put(String code, Map<String, Object> body) {
    return given(TestClient.ADMINISTRATOR).body(body).put("/organs/" + code).then();
  }

  static ValidatableResponse get(String path) {
    return given(TestClient.ANALYST).get(path).then();
  }
}
