package disclosure.report.access;

import static disclosure.report.TestDrafts.linxian;
import static disclosure.report.TestDrafts.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.in;

import disclosure.edge.testing.Operations;
import disclosure.edge.testing.TestClient;
import disclosure.report.ReportOrgans;
import disclosure.report.examined.TestFiles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of who may do what for which organ when, as it is kept for reports. */
@QuarkusTest
class ReportAccessIT {

  private static final int YEAR = 2024;
  private static final String REPORT = "/reports/{organCode}/{year}";
  private static final String BELOW_COUNTY = ReportOrgans.department(47);

  /** What is read of a report without its being published. */
  private static final List<String> READS =
      List.of(
          "?revision=draft",
          "/checks",
          "/references",
          "/proposals",
          "/document?format=csv",
          "/revisions",
          "/revisions/1",
          "/reasons",
          "/life");

  /** What is read of a publication, or of a sum; PublicationIT and CollectionIT have such. */
  private static final List<String> OTHER_READS =
      List.of(
          "/document/signature?format=csv",
          "/document/signature/certificate?format=csv",
          "/document/signature/time-stamp?format=csv",
          "/publications",
          "/publications/1/checks",
          "/publications/1/record",
          "/publications/1/applications",
          "/publications/1/parts",
          "/drift",
          "/collection",
          "/difference",
          "/taken-over",
          "/taken-over/file");

  /** What is written. */
  private static final List<String> WRITES =
      List.of(
          "put ",
          "put /reasons/1",
          "post /submission",
          "post /return",
          "post /publication",
          "post /taken-over");

  /** What is about all organs at once. */
  private static final List<String> JOBS =
      List.of("get ", "post /1/cancellation", "get /parked", "post /parked/1/retry");

  /** What an organ is to those who call; editors and publishers are alike in that. */
  enum Relation {
    ALL(BELOW_COUNTY, TestClient.EDITOR, TestClient.PUBLISHER, true, true),
    ABOVE(BELOW_COUNTY, TestClient.COUNTY_EDITOR, TestClient.COUNTY_PUBLISHER, true, true),
    FORMERLY_ABOVE(
        ReportOrgans.LEFT_COUNTY,
        TestClient.COUNTY_EDITOR,
        TestClient.COUNTY_PUBLISHER,
        true,
        false),
    BELOW(BELOW_COUNTY, TestClient.OFFICE_EDITOR, TestClient.OFFICE_EDITOR, false, false),
    NONE(BELOW_COUNTY, TestClient.FOREIGN_EDITOR, TestClient.EDITOR_OF_NOTHING, false, false);

    private final String organ;
    private final TestClient editor;
    private final TestClient publisher;
    private final boolean reads;
    private final boolean writes;

    Relation(String organ, TestClient editor, TestClient publisher, boolean reads, boolean writes) {
      this.organ = organ;
      this.editor = editor;
      this.publisher = publisher;
      this.reads = reads;
      this.writes = writes;
    }
  }

  @BeforeEach
  void there_are_drafts() {
    for (String organ : List.of(BELOW_COUNTY, ReportOrgans.LEFT_COUNTY)) {
      put(TestClient.EDITOR, organ, YEAR, linxian());
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_may_read_reads_all_that_belongs_to_a_report(Relation relation) {
    for (String part : READS) {
      assertThat(as(relation.editor).get(path(relation) + part).statusCode())
          .as(part)
          .isEqualTo(relation.reads ? 200 : 404);
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_may_write_gets_to_the_precondition_and_others_not_so_far(Relation relation) {
    String other = linxian().put("signedBy", "别的机关").toString();
    refused(relation, as(relation.editor).body(other).put(path(relation)), 403, 428);
    refused(relation, as(relation.editor).post(path(relation) + "/submission"), 404, 428);
    refused(
        relation,
        as(relation.editor).body("{\"reason\": \"理由\"}").put(path(relation) + "/reasons/99"),
        404,
        404);
    if (relation.reads) {
      refused(
          relation,
          as(relation.publisher).body("{\"reason\": \"理由\"}").post(path(relation) + "/return"),
          404,
          428);
      refused(
          relation,
          as(relation.publisher).body("{}").post(path(relation) + "/publication"),
          404,
          428);
    }
  }

  @ParameterizedTest
  @EnumSource
  void who_may_write_takes_reports_over_and_who_may_read_reads_them(Relation relation) {
    String all = "/reports/" + relation.organ + "/taken-over";
    takenOver(
            TestClient.PUBLISHER,
            path(relation) + "/taken-over?organName=临县人民政府办公室",
            TestFiles.html())
        .then()
        .statusCode(in(List.of(200, 201)));
    if (relation.reads) {
      refused(
          relation,
          takenOver(relation.publisher, path(relation) + "/taken-over", new byte[] {'x'}),
          404,
          422);
    }
    takesAllOver(relation, all);
    for (String part : List.of("/taken-over", "/taken-over/file")) {
      assertThat(as(relation.editor).get(path(relation) + part).statusCode())
          .as(part)
          .isEqualTo(relation.reads ? 200 : 404);
    }
    as(relation.editor)
        .get(all)
        .then()
        .statusCode(200)
        .body("items", hasSize(relation.reads ? 1 : 0));
    as(relation.editor)
        .contentType("text/html")
        .body("x")
        .post(path(relation) + "/taken-over")
        .then()
        .statusCode(403);
    given().get(all).then().statusCode(401);
    assertThat(operations("/reports/{organCode}/taken-over"))
        .containsExactlyInAnyOrder("get ", "post ");
  }

  /** Whose the organ is, is asked before a byte of the form is read. */
  private static void takesAllOver(Relation relation, String all) {
    Response files =
        given()
            .auth()
            .oauth2(relation.publisher.token())
            .multiPart("" + YEAR, "x", new byte[] {'x'})
            .post(all);
    Response noFile =
        given().auth().oauth2(relation.publisher.token()).multiPart("figures", "no file").post(all);
    if (relation.writes) {
      assertThat(files.statusCode()).isEqualTo(200);
      assertThat(files.<Integer>path("outcomes[0].status")).isEqualTo(422);
      assertThat(noFile.statusCode()).isEqualTo(400);
    } else {
      assertThat(List.of(files.statusCode(), noFile.statusCode())).containsOnly(403);
    }
  }

  private static Response takenOver(TestClient client, String path, byte[] file) {
    return given().auth().oauth2(client.token()).contentType("text/html").body(file).post(path);
  }

  @ParameterizedTest
  @EnumSource
  void a_run_is_for_who_may_read(Relation relation) {
    String body =
        "{\"organCode\": \"" + relation.organ + "\", \"year\": " + YEAR + ", \"kind\": \"CHECK\"}";
    Response answer = as(relation.editor).body(body).post("/runs");
    assertThat(answer.statusCode()).isEqualTo(relation.reads ? 202 : 403);
    if (relation.reads) {
      String run = answer.header("Location");
      refused(relation, as(relation.editor).post(run + "/cancellation"), 404, 200);
      as(TestClient.FOREIGN_EDITOR).get(run).then().statusCode(404);
    }
  }

  @Test
  void a_run_of_a_former_superior_leaves_out_what_was_never_below_it() {
    put(TestClient.EDITOR, ReportOrgans.BELOW_LEFT, YEAR, linxian());
    assertThat(organsOfRun(TestClient.COUNTY_EDITOR)).containsExactly(ReportOrgans.LEFT_COUNTY);
    assertThat(organsOfRun(TestClient.EDITOR))
        .containsExactly(ReportOrgans.LEFT_COUNTY, ReportOrgans.BELOW_LEFT);
  }

  @Test
  void a_run_that_goes_over_more_than_one_may_read_is_not_for_one() {
    String run = finishedRun(TestClient.EDITOR);
    for (String part : List.of("", "/items", "/archive", "/events")) {
      as(TestClient.COUNTY_EDITOR).get(run + part).then().statusCode(404);
      as(TestClient.EDITOR).get(run + part).then().statusCode(200);
    }
    as(TestClient.COUNTY_EDITOR).post(run + "/events/tickets").then().statusCode(404);
    as(TestClient.EDITOR).post(run + "/events/tickets").then().statusCode(200);
    as(TestClient.COUNTY_EDITOR).post(run + "/cancellation").then().statusCode(404);
  }

  @Test
  void a_collection_leaves_out_what_was_never_below_a_former_superior() {
    String collection =
        "/reports/" + ReportOrgans.LEFT_COUNTY + "/" + YEAR + "/collection?scope=REGION";
    List<String> all = as(TestClient.EDITOR).get(collection).path("items.organCode");
    List<String> some = as(TestClient.COUNTY_EDITOR).get(collection).path("items.organCode");
    assertThat(all).containsExactly(ReportOrgans.LEFT_COUNTY, ReportOrgans.BELOW_LEFT);
    assertThat(some).containsExactly(ReportOrgans.LEFT_COUNTY);
  }

  private static List<String> organsOfRun(TestClient client) {
    return as(client).get(finishedRun(client) + "/items").path("items.organCode");
  }

  private static String finishedRun(TestClient client) {
    String body =
        "{\"organCode\": \"%s\", \"year\": %d, \"kind\": \"DOCUMENTS\", \"formats\": [\"csv\"]}"
            .formatted(ReportOrgans.LEFT_COUNTY, YEAR);
    String run = as(client).body(body).post("/runs").header("Location");
    await().until(() -> "FINISHED".equals(as(client).get(run).path("state")));
    return run;
  }

  @Test
  void background_work_is_for_administrators_of_everything() {
    for (String operation : JOBS) {
      String[] parts = operation.split(" ", 2);
      assertThat(status(TestClient.ADMINISTRATOR, parts)).isIn(200, 404);
      assertThat(status(TestClient.OFFICE_ADMINISTRATOR, parts)).isEqualTo(403);
      assertThat(status(TestClient.EDITOR, parts)).isEqualTo(403);
      assertThat(given().request(parts[0], "/jobs" + parts[1]).statusCode()).isEqualTo(401);
    }
    assertThat(operations("/jobs")).isEqualTo(new TreeSet<>(JOBS));
  }

  @Test
  void what_is_handed_over_is_examined_for_editors_publishers_and_analysts_of_any_organ() {
    for (TestClient client : TestClient.values()) {
      boolean may =
          client != TestClient.MISCONFIGURED
              && client.id().matches(".*(editor|publisher|analyst|report-service).*");
      assertThat(examined(client, "").statusCode()).as(client.id()).isEqualTo(may ? 200 : 403);
      assertThat(examined(client, "/letter").statusCode())
          .as(client.id())
          .isEqualTo(may ? 422 : 403);
      assertThat(examined(client, "/summary").statusCode())
          .as(client.id())
          .isEqualTo(may ? 200 : 403);
    }
    assertThat(given().contentType("text/plain").body("一").post("/examinations").statusCode())
        .isEqualTo(401);
    assertThat(operations("/examinations"))
        .containsExactlyInAnyOrder("post ", "post /letter", "post /summary");
    // Whose a job is, ExaminationJobIT tells.
    assertThat(operations("/examination-jobs"))
        .containsExactlyInAnyOrder(
            "post ",
            "get ",
            "get /1",
            "post /1/cancellation",
            "get /1/files",
            "get /1/files/1",
            "get /1/summary");
  }

  private static Response examined(TestClient client, String part) {
    return given()
        .auth()
        .oauth2(client.token())
        .contentType("text/plain")
        .body("一")
        .post("/examinations" + part);
  }

  @Test
  void no_operation_on_a_report_is_left_out_here() {
    Set<String> listed = new TreeSet<>(WRITES);
    Stream.concat(READS.stream(), OTHER_READS.stream())
        .forEach(part -> listed.add("get " + part.replaceFirst("\\?.*", "")));
    assertThat(operations(REPORT)).isEqualTo(listed);
  }

  private static int status(TestClient client, String... operation) {
    return as(client).request(operation[0], "/jobs" + operation[1]).statusCode();
  }

  /** What the service says that there is below a path. */
  private static Set<String> operations(String below) {
    return Operations.documented().stream()
        .map(operation -> operation.split(" ", 2))
        .filter(operation -> operation[1].startsWith(below))
        .map(
            operation ->
                operation[0]
                    + " "
                    + operation[1].substring(below.length()).replaceAll("\\{\\w+}", "1"))
        .collect(Collectors.toSet());
  }

  private static void refused(Relation relation, Response answer, int unseen, int allowed) {
    int expected = relation.writes ? allowed : relation.reads ? 403 : unseen;
    assertThat(answer.statusCode()).isEqualTo(expected);
    if (expected == 403) {
      answer.then().body("type", equalTo("/problems/organ-out-of-scope"));
    }
  }

  private static String path(Relation relation) {
    return "/reports/" + relation.organ + "/" + YEAR;
  }

  private static RequestSpecification as(TestClient client) {
    return given().auth().oauth2(client.token()).contentType("application/json");
  }
}
