package disclosure.storage.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import disclosure.storage.Sql;
import disclosure.storage.TestServer;
import disclosure.storage.migration.PatientMigration.Migrated;
import disclosure.storage.migration.PatientMigration.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lock is held that a migration needs, as by a long query. */
class PatientMigrationTest {

  private static final Patience PATIENT =
      new Patience(
          Duration.ofMillis(200),
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMinutes(2));

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  @TempDir private Path migrations;

  @BeforeEach
  void a_table() throws Exception {
    try (Connection connection = connection()) {
      execute(connection, "DROP SCHEMA IF EXISTS patient CASCADE");
    }
    write("V1__table.sql", "CREATE TABLE entry (id int)");
    assertThat(migration(PATIENT).migrate()).isEqualTo(new Migrated("1", 1));
  }

  @Test
  void who_writes_goes_on_while_a_migration_waits_for_a_lock() throws Exception {
    write("V2__column.sql", "ALTER TABLE entry ADD COLUMN name text");
    write("V3__another.sql", "ALTER TABLE entry ADD COLUMN other text");
    CompletableFuture<Migrated> migrated;
    try (Connection reading = connection();
        Connection writing = connection()) {
      reading.setAutoCommit(false);
      execute(reading, "LOCK TABLE patient.entry IN ACCESS SHARE MODE");
      migrated = CompletableFuture.supplyAsync(this::migrate);
      execute(writing, "SET lock_timeout = '1400ms'");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> {
                execute(writing, "INSERT INTO patient.entry VALUES (1)");
                return told.toString(UTF_8).lines().count() >= 3;
              });
      assertThat(migrated).isNotDone();
      reading.commit();
    }
    assertThat(migrated.join()).isEqualTo(new Migrated("3", 2));
  }

  @Test
  void what_is_never_to_be_had_is_given_up() throws Exception {
    write("V2__column.sql", "ALTER TABLE entry ADD COLUMN name text");
    try (Connection reading = connection()) {
      reading.setAutoCommit(false);
      execute(reading, "LOCK TABLE patient.entry IN ACCESS SHARE MODE");
      PatientMigration impatient =
          migration(
              new Patience(
                  Duration.ofMillis(50),
                  Duration.ofMillis(10),
                  Duration.ofMillis(10),
                  Duration.ofMillis(300)));
      assertThatThrownBy(impatient::migrate)
          .isInstanceOf(FlywayException.class)
          .hasMessageContaining("lock timeout");
      reading.commit();
    }
    assertThat(migration(PATIENT).migrate()).isEqualTo(new Migrated("2", 1));
  }

  @Test
  void what_fails_otherwise_is_not_tried_again() throws Exception {
    write("V2__wrong.sql", "ALTER TABLE entry ADD COLUMN id text");
    assertThatThrownBy(migration(PATIENT)::migrate).isInstanceOf(FlywayException.class);
    assertThat(told.toString(UTF_8)).isEmpty();
  }

  @Test
  void pauses_grow_to_the_longest() {
    assertThat(Patience.USUAL.after(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Patience.USUAL.after(3)).isEqualTo(Duration.ofSeconds(4));
    assertThat(Patience.USUAL.after(1000)).isEqualTo(Duration.ofSeconds(20));
  }

  private Migrated migrate() {
    try {
      return migration(PATIENT).migrate();
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private PatientMigration migration(Patience patience) throws Exception {
    return new PatientMigration(
        Flyway.configure()
            .dataSource(TestServer.url(), "storage_owner", "")
            .schemas("patient")
            .locations("filesystem:" + migrations),
        patience,
        new PrintStream(told, true, UTF_8));
  }

  private void write(String name, String sql) throws IOException {
    Files.writeString(migrations.resolve(name), sql);
  }

  private static Connection connection() throws Exception {
    return DriverManager.getConnection(TestServer.url(), "storage_owner", "");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    Sql.of(connection, sql).update();
  }
}
