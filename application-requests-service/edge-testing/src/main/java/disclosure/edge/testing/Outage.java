package disclosure.edge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A database that can't be used, and how that is told. */
public final class Outage {

  /** Three seconds, and one for a busy machine. */
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(4);

  private Outage() {}

  /** What is done while a table can be neither read nor written. */
  @FunctionalInterface
  public interface Meanwhile {
    /** Does it. */
    void run() throws Exception;
  }

  /** Keeps a table to itself meanwhile. */
  public static void whileLocked(String table, Meanwhile meanwhile) throws Exception {
    try (Connection other =
            DriverManager.getConnection(
                Setting.of("DATABASE_URL"),
                Setting.of("DATABASE_OWNER_USER"),
                Setting.of("DATABASE_OWNER_PASSWORD"));
        Statement lock = other.createStatement()) {
      other.setAutoCommit(false);
      lock.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
      meanwhile.run();
      other.rollback();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Each of some requests at once is told in time that the service can't answer now. */
  public static void assertTold(int requests, Supplier<Response> request) {
    ExecutorService clients = Executors.newFixedThreadPool(requests);
    try {
      List<CompletableFuture<Duration>> answers =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> told(request), clients))
              .limit(requests)
              .toList();
      assertThat(answers.stream().map(CompletableFuture::join))
          .allSatisfy(took -> assertThat(took).isLessThan(TOLD_WITHIN));
    } finally {
      clients.shutdown();
    }
  }

  private static Duration told(Supplier<Response> request) {
    long began = System.nanoTime();
    Response answer = request.get();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .contentType(startsWith("application/problem+json"))
        .body("type", equalTo("/problems/unavailable"));
    return took;
  }
}
