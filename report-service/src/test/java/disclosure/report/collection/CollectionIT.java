package disclosure.report.collection;

import static disclosure.report.TestReleases.correct;
import static disclosure.report.TestReleases.giveBack;
import static disclosure.report.TestReleases.publish;
import static disclosure.report.TestReleases.read;
import static disclosure.report.TestReleases.sound;
import static disclosure.report.TestReleases.submit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import disclosure.report.StoredDrafts;
import disclosure.report.TestCounties;
import disclosure.report.TestReleases;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
@QuarkusTest
class CollectionIT {

  @Test
  void sixty_organs_of_a_county_are_collected_and_added_up() {
    String county = TestCounties.COUNTY;
    String region = county + "/2023?scope=REGION";
    List<TestCounties.Organ> organs = TestCounties.below(county);
    TestCounties.Organ first = organs.get(0);
    TestCounties.Organ last = organs.get(59);
    read(region, "collection")
        .statusCode(200)
        .body("expected", equalTo(60))
        .body("published", equalTo(0))
        .body("late", equalTo(60))
        .body("items.state", everyItem(equalTo("NOT_STARTED")))
        .body("items.dueOn", everyItem(equalTo("2024-01-31")));
    organs.stream().filter(organ -> !organ.equals(last)).forEach(CollectionIT::published);
    write(last.code(), sound(last.name(), 2023));
    submit(last.code() + "/2023", 1).statusCode(200);
    giveBack(last.code() + "/2023", 1, "请核对签发日期").statusCode(200);
    write(region, sum(county));
    read(region, "collection")
        .body("published", equalTo(59))
        .body("returned", equalTo(1))
        .body("items.find { it.returned != null }.organCode", equalTo(last.code()));
    submit(region, 1).statusCode(409).body("errors.message", hasItem("缺少" + last.name() + "的报告"));
    submit(last.code() + "/2023", 1).statusCode(200);
    read(region, "collection").body("submitted", equalTo(1));
    publish(last.code() + "/2023", 1).statusCode(201);
    submit(region, 1).statusCode(200);
    publish(region, 1).statusCode(201);
    JsonPath published = given().get(at(region)).jsonPath();
    long received = organs.stream().mapToLong(TestCounties.Organ::received).sum();
    long disclosed = organs.stream().mapToLong(TestCounties.Organ::disclosed).sum();
    assertThat(published.getLong("sections[2].matrix.rows[0].total")).isEqualTo(received);
    assertThat(published.getLong("sections[2].matrix.rows[2].counts.NATURAL_PERSON"))
        .isEqualTo(disclosed);
    assertThat(published.getLong("sections[2].matrix.rows[24].total"))
        .isEqualTo(received - disclosed);
    assertThat(published.getLong("sections[1].proactive.administrativeLicences")).isEqualTo(0);
    assertThat(published.getList("children")).hasSize(60);
    assertThat(published.getString("sections[5].paragraphs[1]"))
        .startsWith("本报告汇总了以下60份已公布的年度报告：甲县第1局；甲县第2局；");
    assertThat(
            new String(
                given().get(at(region, "document") + "&format=html").asByteArray(),
                StandardCharsets.UTF_8))
        .contains("甲县第60乡");
    read(region, "difference").body("items", empty()).body("expected", equalTo(60));
    theListsComeInPages(region, organs);
    aFigureIsFollowedToItsParts(region, organs);
    anOrganCorrectsItsReport(region, first, received);
    onlyDepartmentsBelongToTheLevel(county, organs);
  }

  private static void theListsComeInPages(String region, List<TestCounties.Organ> organs) {
    StoredDrafts.more(organs.get(59).code(), 2023, 1, 0);
    List<String> codes = new ArrayList<>();
    List<String> differing = new ArrayList<>();
    for (String list : List.of("collection", "difference")) {
      String next = at(region, list) + "&limit=25";
      for (int page = 1; page <= 3; page++) {
        JsonPath found =
            given()
                .auth()
                .oauth2(TestClient.EDITOR.token())
                .get(next)
                .then()
                .statusCode(200)
                .body("expected", equalTo(60))
                .extract()
                .jsonPath();
        (list.equals("collection") ? codes : differing)
            .addAll(found.getList("items.organCode", String.class));
        next = found.getString("next");
      }
      assertThat(next).isNull();
    }
    assertThat(codes)
        .containsExactlyElementsOf(organs.stream().map(TestCounties.Organ::code).toList());
    assertThat(differing).isNotEmpty().containsOnly(organs.get(59).code());
    StoredDrafts.more(organs.get(59).code(), 2023, 0, 0);
    read(region + "&limit=501", "collection")
        .statusCode(400)
        .body("errors.field", hasItem("limit"));
  }

  private static void aFigureIsFollowedToItsParts(String region, List<TestCounties.Organ> organs) {
    JsonPath parts =
        traced(region, "matrix.NEWLY_RECEIVED.NATURAL_PERSON").statusCode(200).extract().jsonPath();
    assertThat(parts.getList("items.organCode", String.class))
        .containsExactlyElementsOf(organs.stream().map(TestCounties.Organ::code).toList());
    assertThat(parts.getList("items.value", String.class))
        .containsExactlyElementsOf(
            organs.stream().map(organ -> Long.toString(organ.received())).toList());
    for (String figure : List.of("matrix.DISCLOSED.share", "figures.visits", "")) {
      traced(region, figure).statusCode(400).body("errors.field", hasItem("figure"));
    }
  }

  private static ValidatableResponse traced(String region, String figure) {
    return given()
        .auth()
        .oauth2(TestClient.PUBLISHER.token())
        .get(at(region, "publications/1/parts") + "&figure=" + figure)
        .then();
  }

  private static void anOrganCorrectsItsReport(
      String region, TestCounties.Organ organ, long received) {
    StoredDrafts.more(organ.code(), 2023, 3, 0);
    read(region, "difference")
        .body("items.organCode.unique()", equalTo(List.of(organ.code())))
        .body("items.cause.unique()", equalTo(List.of("DRIFTED")))
        .body(
            "items.find { it.row == 'NEWLY_RECEIVED' && it.column == 'TOTAL' }.difference",
            equalTo(3));
    submit(organ.code() + "/2023", 1).statusCode(200);
    correct(organ.code() + "/2023", 1, "补登申请3件").statusCode(201);
    read(region, "collection")
        .body("stale", equalTo(true))
        .body("items.findAll { it.stale }.organCode", equalTo(List.of(organ.code())));
    given()
        .get(at(region))
        .then()
        .body("sections[2].matrix.rows[0].total", equalTo((int) received));
    submit(region, 1).statusCode(200);
    correct(region, 1, "甲县第1局更正其报告")
        .statusCode(201)
        .body(
            "changed.find { it.row == ['一、本年新收政府信息公开申请数量'] && it.column.contains('总计') }.after",
            equalTo((int) received + 3));
    read(region, "collection").body("stale", equalTo(false));
    given()
        .get(at(region))
        .then()
        .body("sections[5].paragraphs[1]", containsString("甲县第1局（第1次更正）"));
  }

  private static void onlyDepartmentsBelongToTheLevel(
      String county, List<TestCounties.Organ> organs) {
    String level = county + "/2023?scope=LEVEL";
    write(level, sum(county));
    submit(level, 1).statusCode(200);
    publish(level, 1).statusCode(201);
    long received =
        organs.stream()
            .filter(organ -> organ.kind().equals("DEPARTMENT"))
            .mapToLong(TestCounties.Organ::received)
            .sum();
    given()
        .get(at(level))
        .then()
        .body("children", hasSize(40))
        .body("sections[2].matrix.rows[0].total", equalTo((int) received + 3));
  }

  @Test
  void a_city_adds_up_the_sums_of_its_twelve_counties() {
    String city = TestCounties.CITY;
    for (TestCounties.Organ organ : TestCounties.below(city)) {
      if (organ.kind().equals("GOVERNMENT")) {
        TestCounties.below(organ.code()).forEach(CollectionIT::published);
        String region = organ.code() + "/2023?scope=REGION";
        write(region, sum(organ.code()));
        submit(region, 1).statusCode(200);
        publish(region, 1).statusCode(201);
      } else {
        published(organ);
      }
    }
    String region = city + "/2023?scope=REGION";
    write(region, sum(city));
    submit(region, 1).statusCode(200);
    publish(region, 1).statusCode(201);
    long received =
        TestCounties.counted(city, "SUBTREE").stream()
            .mapToLong(TestCounties.Organ::received)
            .sum();
    given()
        .get(at(region))
        .then()
        .body("children", hasSize(15))
        .body("children.findAll { it.scope == 'REGION' }", hasSize(12))
        .body("sections[2].matrix.rows[0].total", equalTo((int) received));
    read(region, "drift").body("items", empty());
    read(region, "difference").body("items", empty());
    read(region, "collection")
        .body("items.findAll { it.kind == 'GOVERNMENT' }.dueOn", everyItem(equalTo("2024-03-31")));
    aCorrectionBelowMakesEverySumAboveStale(region);
    // Next year nobody has published yet: nothing is added up, and everything is missing.
    String next = city + "/2024?scope=REGION";
    write(next, TestReleases.sound("乙市人民政府", 2024).without(List.of("proactive")));
    read(next, "checks").body("obstacles", hasItem(19));
  }

  private static void aCorrectionBelowMakesEverySumAboveStale(String region) {
    TestCounties.Organ county =
        TestCounties.below(TestCounties.CITY).stream()
            .filter(organ -> organ.kind().equals("GOVERNMENT"))
            .findFirst()
            .orElseThrow();
    String organ = TestCounties.below(county.code()).get(0).code();
    read(region, "collection").body("stale", equalTo(false));
    StoredDrafts.more(organ, 2023, 1, 0);
    submit(organ + "/2023", 1).statusCode(200);
    correct(organ + "/2023", 1, "补登申请1件").statusCode(201);
    read(county.code() + "/2023?scope=REGION", "collection").body("stale", equalTo(true));
    read(region, "collection")
        .body("stale", equalTo(true))
        .body("items.findAll { it.stale }.organCode", equalTo(List.of(county.code())));
    given().get(at(region, "publications")).then().body("items[0].stale", equalTo(true));
  }

  @Test
  void table_two_of_a_sum_is_not_typed() {
    write(TestCounties.COUNTY + "/2022?scope=LEVEL", sound("甲县人民政府", 2022), 400);
    read(TestCounties.COUNTY + "/2022?scope=OWN", "collection").statusCode(400);
    read(TestCounties.COUNTY + "/2022?scope=ALL", "collection").statusCode(400);
  }

  private static ObjectNode sum(String government) {
    return (ObjectNode)
        sound(TestCounties.find(government).name(), 2023).without(List.of("proactive"));
  }

  private static void published(TestCounties.Organ organ) {
    write(organ.code(), sound(organ.name(), 2023));
    submit(organ.code() + "/2023", 1).statusCode(200);
    publish(organ.code() + "/2023", 1).statusCode(201);
  }

  private static void write(String path, Object draft) {
    write(path.contains("/") ? path : path + "/2023", draft, 201);
  }

  private static void write(String path, Object draft, int status) {
    given()
        .auth()
        .oauth2(TestClient.EDITOR.token())
        .contentType("application/json")
        .body(draft.toString())
        .put("/reports/" + path)
        .then()
        .statusCode(status);
  }

  private static String at(String path) {
    return "/reports/" + path;
  }

  private static String at(String path, String part) {
    return "/reports/" + path.replace("?", "/" + part + "?");
  }
}
