package disclosure.requests.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.openapi.ApiRules;
import disclosure.edge.testing.openapi.PageRules;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiIT {

  @Test
  void the_document_tells_a_stranger_and_a_generator_all_they_need() {
    assertThat(ApiRules.faults()).isEmpty();
  }

  /** A client need not ask whether what is always there is there. */
  @Test
  void what_an_answer_always_has_is_required_and_nothing_else() {
    JsonPath schemas = given().accept("application/json").get("/openapi").jsonPath();
    assertThat(schemas.<String>getList("components.schemas.Dispute.required"))
        .containsExactlyInAnyOrder(
            "id", "version", "organCode", "sourceReference", "kind", "acceptedOn");
    assertThat(schemas.<String>getList("components.schemas.ApplicationAnswer.required"))
        .contains("id", "version", "status", "organCode")
        .doesNotContain("dueOn", "outcome", "warnings", "transferredTo");
    assertThat(schemas.<String>getList("components.schemas.ApplicationRequest.required"))
        .contains("organCode")
        .doesNotContain("subject", "steps");
  }

  @Test
  void the_pages_for_people_load_nothing_from_elsewhere() {
    PageRules.check();
  }
}
