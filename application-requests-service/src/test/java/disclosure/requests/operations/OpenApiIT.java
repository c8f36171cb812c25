package disclosure.requests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.openapi.ApiRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiIT {

  @Test
  void the_document_tells_a_stranger_and_a_generator_all_they_need() {
    assertThat(ApiRules.faults()).isEmpty();
  }
}
