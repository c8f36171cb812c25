package disclosure.report.reading;

import static disclosure.report.TestDrafts.linxian;
import static disclosure.report.TestDrafts.put;
import static disclosure.report.TestReleases.sound;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.testing.TestClient;
import disclosure.report.CountedConnections;
import disclosure.report.NeighbourLog;
import disclosure.report.ReportOrgans;
import disclosure.report.TestCounties;
import disclosure.report.TestDrafts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What reading costs the neighbours and the database. */
@QuarkusTest
class QuestionsIT {

  private static final String ORGAN = ReportOrgans.department(30);
  private static final String PATH = "/reports/" + ORGAN + "/2024";

  @Inject CountedConnections connections;

  @Test
  void a_document_asks_for_the_two_tables_and_nothing_that_the_checks_want() {
    write(linxian());
    read(PATH + "/document?format=csv");
    assertThat(NeighbourLog.paths(ORGAN)).containsExactly("/disputes", "/matrix");
    assertThat(connections.taken()).isEqualTo(2);
  }

  @Test
  void a_document_asks_the_register_for_what_its_texts_refer_to() {
    write(sound("临县某局", 2024));
    read(PATH + "/document?format=html");
    assertThat(NeighbourLog.paths(ORGAN)).containsExactly("/disputes", "/handling", "/matrix");
  }

  @Test
  void only_the_checks_ask_for_all() {
    write(linxian());
    read(PATH + "/checks");
    assertThat(NeighbourLog.paths(ORGAN))
        .containsExactly("/disputes", "/handling", "/matrix", "/organs/" + ORGAN, "/tally");
    read(PATH + "/references");
    assertThat(NeighbourLog.paths(ORGAN)).containsExactly("/disputes", "/handling", "/matrix");
  }

  @Test
  void whether_an_organ_is_the_callers_is_one_cheap_question() {
    write(linxian());
    read(PATH + "/life");
    read(PATH + "/reasons");
    read(PATH + "/revisions");
    assertThat(NeighbourLog.paths(ORGAN))
        .containsExactly("/visibility", "/visibility", "/visibility");
  }

  @Test
  void the_organs_of_a_sum_are_had_by_one_question_and_those_that_ended_by_another() {
    String city = TestCounties.CITY;
    String region = "/reports/" + city + "/2021/collection?scope=REGION";
    NeighbourLog.paths(city);
    read(region);
    assertThat(NeighbourLog.paths(city))
        .containsExactly("/matrix", "/matrix/organs", "/organs", "/organs/" + city, "/visibility");
  }

  @Test
  void for_who_may_not_read_a_sum_its_organs_are_not_even_listed() {
    String city = TestCounties.CITY;
    NeighbourLog.paths(city);
    given()
        .auth()
        .oauth2(TestClient.FOREIGN_EDITOR.token())
        .get("/reports/" + city + "/2021/difference?scope=REGION")
        .then()
        .statusCode(404);
    assertThat(NeighbourLog.paths(city)).containsExactly("/visibility");
  }

  private void write(ObjectNode draft) {
    String etag = TestDrafts.get(TestClient.EDITOR, ORGAN, 2024).extract().header("ETag");
    if (etag == null) {
      put(TestClient.EDITOR, ORGAN, 2024, draft).statusCode(201);
    } else {
      put(TestClient.EDITOR, ORGAN, 2024, draft, etag).statusCode(200);
    }
    NeighbourLog.paths(ORGAN);
    connections.taken();
  }

  private static void read(String path) {
    given().auth().oauth2(TestClient.EDITOR.token()).get(path).then().statusCode(200);
  }
}
