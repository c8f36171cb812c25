package disclosure.storage.migration;

import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Migrations that wait for a lock no longer than those who wait behind them can, and are tried
 * again instead: behind a migration that waits for a long query stands everybody who writes to the
 * table.
 */
final class PatientMigration {

  /** A lock isn't to be had in time, or each of two waits for the other. */
  private static final Set<String> LOCKED = Set.of("55P03", "40P01");

  private static final int MAX_DEPTH = 20;

  private final Flyway flyway;
  private final Patience patience;
  private final PrintStream console;

  /**
   * How long each migration has.
   *
   * @param lock for each lock; below the 1.4 s that the services wait for one
   * @param firstPause until it is tried again, twice as long each time
   * @param longestPause no longer than that
   * @param inAll after how long it is given up
   */
  record Patience(Duration lock, Duration firstPause, Duration longestPause, Duration inAll) {

    static final Patience USUAL =
        new Patience(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            Duration.ofMinutes(10));

    Duration after(int failures) {
      Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
      return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
  }

  /**
   * Where the schema stands.
   *
   * @param executed how many migrations were applied
   */
  record Migrated(String version, int executed) {}

  PatientMigration(FluentConfiguration migrations, Patience patience, PrintStream console) {
    this.flyway =
        migrations
            .initSql(
                String.format(Locale.ROOT, "SET lock_timeout = '%dms'", patience.lock().toMillis()))
            .load();
    this.patience = patience;
    this.console = console;
  }

  /**
   * Applies all that are missing, each in a transaction of its own.
   *
   * @throws FlywayException when one fails, or its locks weren't to be had in all that time
   */
  Migrated migrate() throws InterruptedException {
    long before = applied();
    long reached = before;
    int failures = 0;
    long since = System.nanoTime();
    while (true) {
      try {
        flyway.migrate();
        MigrationInfo current = flyway.info().current();
        return new Migrated(
            current == null ? "none" : String.valueOf(current.getVersion()),
            (int) (applied() - before));
      } catch (FlywayException failure) {
        if (!isLocked(failure)) {
          throw failure;
        }
        long now = applied();
        if (now > reached) {
          // The next one has time of its own.
          reached = now;
          failures = 0;
          since = System.nanoTime();
        }
        Duration pause = patience.after(++failures);
        if (System.nanoTime() - since + pause.toNanos() > patience.inAll().toNanos()) {
          throw failure;
        }
        console.printf(
            Locale.ROOT,
            "Something holds a lock that the next migration needs; it is tried again in %d ms.%n",
            pause.toMillis());
        Thread.sleep(pause.toMillis());
      }
    }
  }

  private long applied() {
    return Arrays.stream(flyway.info().applied())
        .filter(migration -> migration.getVersion() != null)
        .count();
  }

  private static boolean isLocked(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MAX_DEPTH)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && LOCKED.contains(String.valueOf(sql.getSQLState())));
  }
}
