package disclosure.report.operations;

import disclosure.edge.testing.HeadRules;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;

@QuarkusTest
class HeadIT extends HeadRules {

  HeadIT() {
    super(Set.of("/runs/{id}/events"));
  }
}
