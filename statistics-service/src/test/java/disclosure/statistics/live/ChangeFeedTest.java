package disclosure.statistics.live;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {

  @Test
  void an_error_ends_no_listening() {
    AtomicInteger asked = new AtomicInteger();
    AgroalDataSource database =
        (AgroalDataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {AgroalDataSource.class},
                (proxy, method, arguments) -> {
                  asked.incrementAndGet();
                  throw new NoClassDefFoundError("what a connection needs");
                });
    // Nothing is listened to before there is a connection.
    ChangeFeed feed = new ChangeFeed(database, null, new SimpleMeterRegistry());
    feed.start(new StartupEvent());
    try {
      await().until(() -> asked.get() > 1);
    } finally {
      feed.stop(new ShutdownEvent());
    }
  }
}
