package disclosure.requests.privacy;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import disclosure.edge.testing.TestClient;
import disclosure.edge.testing.TestOrgans;
import disclosure.requests.RegisterTables;
import disclosure.requests.registration.ApplicationsIT;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One stored value was altered: no key opens it any more. */
@QuarkusTest
class UnreadableApplicantIT {

  private final String organ = RegisterTables.newOrgan();
  private final String body = application();
  private String sound;
  private String altered;

  @BeforeEach
  void applications() {
    sound = ApplicationsIT.post(application()).then().statusCode(201).extract().path("id");
    altered = ApplicationsIT.post(body).then().statusCode(201).extract().path("id");
    alter();
  }

  /** What is altered twice is as it was: others encrypt everything anew. */
  @AfterEach
  void alter() {
    RegisterTables.update(
        "UPDATE requests.application SET"
            + " applicant_name = set_byte(applicant_name, 9, 255 - get_byte(applicant_name, 9)),"
            + " applicant_identity_number = set_byte(applicant_identity_number, 9,"
            + " 255 - get_byte(applicant_identity_number, 9)),"
            + " content_digest = set_byte(content_digest, 9, 255 - get_byte(content_digest, 9))"
            + " WHERE id = '"
            + altered
            + "'");
  }

  @Test
  void lists_and_the_record_say_so_and_show_the_rest() {
    String unreadable = "items.find { it.id == '" + altered + "' }.applicant.";
    for (String path : new String[] {"/applications?organ=", "/worklists/overdue?organ="}) {
      get(path + organ)
          .then()
          .statusCode(200)
          .body(unreadable + "unreadable", hasItems("name", "identityNumber"))
          .body(unreadable + "name", nullValue())
          .body("items.find { it.id == '" + sound + "' }.applicant.name", equalTo("张**"))
          .body("items.find { it.id == '" + sound + "' }.applicant.unreadable", nullValue());
    }
    get("/applications/" + altered)
        .then()
        .statusCode(200)
        .body("applicant.unreadable", hasItems("name", "identityNumber"));
    get("/applications/export?organ=" + organ)
        .then()
        .statusCode(200)
        .body(allOf(containsString("张**"), containsString("（无法解密）")));
  }

  @Test
  void what_needs_the_value_itself_is_refused_with_a_problem_that_says_so() {
    refused(get("/applications/" + altered + "/applicant"));
    refused(get("/applications/" + altered + "/fee?basis=BY_ITEM&quantity=1"));
    refused(ApplicationsIT.post(body));
    get("/applications/" + sound + "/applicant").then().statusCode(200);
  }

  private static void refused(Response answer) {
    answer
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .body("type", equalTo("/problems/unreadable-personal-data"));
  }

  private String application() {
    return ApplicationsIT.application("2024-03-01", "").replace(TestOrgans.OFFICE, organ);
  }

  private static Response get(String path) {
    return ApplicationsIT.as(TestClient.RECORDER).get(path);
  }
}
