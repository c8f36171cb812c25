package disclosure.statistics;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/** Gives the servers to every {@code @QuarkusTest} of the module. */
@WithTestResource(value = Servers.class, scope = TestResourceScope.GLOBAL)
final class SharedServers {

  private SharedServers() {}
}
