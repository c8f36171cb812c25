package disclosure.requests.outbox;

import static org.awaitility.Awaitility.await;

import disclosure.edge.trace.Traces;
import disclosure.requests.transaction.RelaySignal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class RelayLoopTest {

  @Test
  void an_error_ends_no_relay() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    DataSource database =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  if (asked.incrementAndGet() == 1) {
                    throw new NoClassDefFoundError("what a connection needs");
                  }
                  throw new SQLException("away", "08001");
                });
    RelayLoop loop =
        new RelayLoop(
            database,
            Map.of("bootstrap.servers", "localhost:1"),
            OutboxFixture.SETTINGS,
            new RelaySignal(),
            Traces.off(),
            new SimpleMeterRegistry());
    loop.start(new StartupEvent());
    try {
      await().until(() -> asked.get() > 1);
    } finally {
      loop.end(new ShutdownEvent());
      loop.awaitEnd(new ShutdownEvent());
    }
  }
}
