package disclosure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.local.server.FreePort;
import disclosure.local.server.LocalPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The server is killed while a statement is under way. */
class ProbeTest {

  @Test
  void a_killed_server_answers_no_more_though_a_statement_of_it_goes_on() throws Exception {
    Path target = Path.of("target").toAbsolutePath();
    Path data = Files.createTempDirectory(Files.createDirectories(target), "killed");
    LocalPostgres server =
        LocalPostgres.start(
            target.resolve("postgres-binaries"), data.resolve("postgres"), FreePort.any(), false);
    server.createDatabase("killed");
    try (Probe probe = new Probe(server.url("killed"), "killed_owner", "");
        Connection connection =
            DriverManager.getConnection(server.url("killed"), "killed_owner", "")) {
      assertThat(probe.answers()).isTrue();
      long process = process(connection);
      CompletableFuture<Void> work = CompletableFuture.runAsync(() -> workForLong(connection));
      await().until(() -> isAtWork(server, process));
      ProcessHandle main = ProcessHandle.of(server.pid()).orElseThrow();
      main.destroyForcibly();
      main.onExit().join();

      try {
        // A server that is started anew refuses for a moment, too.
        probe.answers();
        assertThat(probe.answers()).isTrue();
        await().until(() -> !probe.answers());
        assertThat(work).isNotDone();
      } finally {
        ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
      }
      work.join();
    } finally {
      server.close();
    }
  }

  private static long process(Connection connection) throws SQLException {
    return Sql.of(connection, "SELECT pg_backend_pid()").one(Long.class);
  }

  /** It is busy, and doesn't look whether its server is there. */
  private static void workForLong(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT count(*) FROM generate_series(1, 1000000000000)");
    } catch (SQLException ended) {
      assertThat(FailureKind.of(ended)).isNotEqualTo(FailureKind.PERMANENT);
    }
  }

  private static boolean isAtWork(LocalPostgres server, long process) throws SQLException {
    try (Connection other = DriverManager.getConnection(server.url("killed"), "killed_owner", "")) {
      return Sql.of(other, "SELECT FROM pg_stat_activity WHERE pid = :pid AND state = 'active'")
          .with("pid", process)
          .exists();
    }
  }
}
