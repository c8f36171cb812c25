package disclosure.statistics.rollup;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RollUpsTest {

  @Test
  void an_error_ends_no_folding() {
    AtomicInteger asked = new AtomicInteger();
    DataSource database =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  asked.incrementAndGet();
                  throw new NoClassDefFoundError("what a connection needs");
                });
    RollUps sums = new RollUps(database, new SimpleMeterRegistry());
    sums.start(new StartupEvent());
    try {
      await().until(() -> asked.get() > 1);
    } finally {
      sums.stop(new ShutdownEvent());
    }
  }
}
