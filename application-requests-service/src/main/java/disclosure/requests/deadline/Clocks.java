package disclosure.requests.deadline;

import disclosure.requests.deadline.CalendarTable.Basis;
import disclosure.storage.FailureLog;
import disclosure.storage.job.Jobs;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The clocks that hold now. A year that another instance loads is known here within seconds; what
 * was calculated in between by the older calendar is found by its revision and recalculated. Once
 * an instance with other settings has started, and as long as any runs with them, what is
 * calculated here bears the last revision of the settings that hold here, and is recalculated
 * there.
 */
@ApplicationScoped
public class Clocks {

  private static final Logger LOG = Logger.getLogger(Clocks.class);

  private final DataSource database;
  private final ClockSettings settings;
  private final Jobs jobs;
  private final FailureLog failures;
  private final String fingerprint;
  private volatile ClockBook book;
  private volatile Basis basis;

  Clocks(DataSource database, ClockSettings settings, Jobs jobs, MeterRegistry meters) {
    this.database = database;
    this.jobs = jobs;
    this.failures = new FailureLog(LOG, meters, "calendar", "The calendar can't be looked up");
    this.settings = settings;
    this.fingerprint = ClockBook.fingerprint(settings.policies());
    this.book = new ClockBook(0, settings.policies(), List.of());
    this.basis = new Basis(0, fingerprint);
  }

  /** All clocks of one moment. Take it once for one reckoning. */
  public ClockBook now() {
    return book;
  }

  /** Before anything is counted, the stored calendar is read. */
  void start(@Observes @Priority(10) StartupEvent started) throws SQLException {
    try (Connection connection = database.getConnection()) {
      CalendarTable.live(connection, fingerprint);
      count(connection);
      read(connection);
    }
  }

  /** From here on the settings of this instance count. */
  private void count(Connection connection) throws SQLException {
    if (CalendarTable.noteSettings(connection, fingerprint)) {
      jobs.allowAgain(connection, RecalculateDueDates.JOB);
    }
  }

  @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      refresh();
      failures.succeeded();
    } catch (SQLException | RuntimeException failure) {
      failures.failed(failure);
    }
  }

  /**
   * Notes, in the transaction that stores it, that the calendar is another. Due dates are
   * recalculated then, also when that was called off just before.
   */
  public void change(Connection connection) throws SQLException {
    CalendarTable.raiseRevision(connection);
    jobs.allowAgain(connection, RecalculateDueDates.JOB);
  }

  /**
   * Reads the calendar again if it has changed. Once nobody runs any more with the settings that
   * overrule those that hold here, as after an update that was called off, these count again.
   */
  public void refresh() throws SQLException {
    try (Connection connection = database.getConnection()) {
      CalendarTable.live(connection, fingerprint);
      Basis found = CalendarTable.basis(connection);
      if (isOverruled(found) && !CalendarTable.isLive(connection, found.settings())) {
        LOG.info(
            "Nobody runs with the other clock settings any more: those of this instance count");
        count(connection);
        found = CalendarTable.basis(connection);
      }
      if (!found.equals(basis)) {
        read(connection);
      }
    }
  }

  /**
   * The revision by which another instance's settings count, when it started later than this one.
   */
  public OptionalLong overruledBy() {
    return isOverruled(basis) ? OptionalLong.of(basis.revision()) : OptionalLong.empty();
  }

  private boolean isOverruled(Basis read) {
    return !read.settings().equals(fingerprint);
  }

  /** The revision is read first: if it is raised in between, the next look reads all again. */
  private void read(Connection connection) throws SQLException {
    Basis read = CalendarTable.basis(connection);
    boolean overruled = isOverruled(read);
    if (overruled && !isOverruled(basis)) {
      LOG.info(
          "An instance with other clock settings or bundled calendars has started: it calculates"
              + " anew what this one does");
    }
    book =
        new ClockBook(
            overruled ? book.revision() : read.revision(),
            settings.policies(),
            CalendarTable.newest(connection));
    basis = read;
  }
}
