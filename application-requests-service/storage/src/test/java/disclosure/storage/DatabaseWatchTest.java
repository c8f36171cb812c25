package disclosure.storage;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {

  @Test
  void an_error_ends_no_watch() {
    AtomicInteger letGo = new AtomicInteger();
    @SuppressWarnings("unchecked")
    Instance<AgroalDataSource> pool =
        (Instance<AgroalDataSource>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Instance.class},
                (proxy, method, arguments) -> {
                  letGo.incrementAndGet();
                  throw new NoClassDefFoundError("what a pool needs");
                });
    DatabaseWatch watch =
        new DatabaseWatch("jdbc:postgresql://127.0.0.1:1/none", "nobody", "none", pool);
    watch.start(new StartupEvent());
    try {
      await().until(() -> letGo.get() > 1);
    } finally {
      watch.stop(new ShutdownEvent());
    }
  }
}
