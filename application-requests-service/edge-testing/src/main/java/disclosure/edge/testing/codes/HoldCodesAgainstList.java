package disclosure.edge.testing.codes;

import io.quarkus.test.junit.callback.QuarkusTestAfterAllCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestContext;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.lang.reflect.Method;
import java.util.Set;

/** Asks {@link ProvokedCodes} after every class of tests of a running service. */
public final class HoldCodesAgainstList
    implements QuarkusTestBeforeEachCallback, QuarkusTestAfterAllCallback {

  @Override
  public void beforeEach(QuarkusTestMethodContext context) {
    Method test = context.getTestMethod();
    ProvokedCodes.begin(
        context.getTestInstance().getClass().getSimpleName() + "." + test.getName());
  }

  @Override
  public void afterAll(QuarkusTestContext context) {
    Set<String> missed = ProvokedCodes.missed();
    if (!missed.isEmpty()) {
      throw new AssertionError("no answer had the code that the test is named for: " + missed);
    }
  }
}
