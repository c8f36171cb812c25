package disclosure.requests.operations;

import disclosure.edge.testing.CrossOriginRules;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CrossOriginIT extends CrossOriginRules {

  CrossOriginIT() {
    super("/organs");
  }
}
