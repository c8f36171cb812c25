package disclosure.report.operations;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.openapi.ApiRules;
import disclosure.edge.testing.openapi.PageRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiIT {

  @Test
  void the_document_tells_a_stranger_and_a_generator_all_they_need() {
    assertThat(ApiRules.faults()).isEmpty();
  }

  @Test
  void the_pages_for_people_load_nothing_from_elsewhere() {
    PageRules.check();
  }
}
