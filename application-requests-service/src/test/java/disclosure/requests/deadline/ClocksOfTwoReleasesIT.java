package disclosure.requests.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.TestDatabase;
import disclosure.requests.clock.RestDayReceipt;
import disclosure.storage.Sql;
import disclosure.storage.job.Jobs;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances of which one counts by other settings, as in a rolling update. */
class ClocksOfTwoReleasesIT {

  private static DataSource database;

  @BeforeAll
  static void servers() {
    database = TestDatabase.create("two_clocks").service();
  }

  @Test
  void what_the_older_one_calculates_is_outdated_for_the_newer_one() throws Exception {
    Clocks older = clocks(false);
    older.start(new StartupEvent());
    long before = older.now().revision();
    Clocks newer = clocks(true);
    newer.start(new StartupEvent());
    assertThat(newer.now().revision()).isGreaterThan(before);

    older.refresh();
    assertThat(older.now().revision()).isEqualTo(before);
    assertThat(older.overruledBy()).hasValue(newer.now().revision());
    assertThat(newer.overruledBy()).isEmpty();

    // A calendar that either of them loads holds for both, and is no way out.
    changeCalendar(newer);
    older.refresh();
    newer.refresh();
    assertThat(older.now().revision()).isEqualTo(before);
    assertThat(older.overruledBy()).hasValue(newer.now().revision());

    // Whichever starts last has its way, also when the update is called off.
    Clocks again = clocks(false);
    again.start(new StartupEvent());
    long replaced = newer.now().revision();
    newer.refresh();
    older.refresh();
    assertThat(again.now().revision()).isGreaterThan(replaced);
    assertThat(older.now().revision()).isEqualTo(again.now().revision());
    assertThat(older.overruledBy()).isEmpty();
    assertThat(newer.now().revision()).isEqualTo(replaced);
    assertThat(newer.overruledBy()).hasValue(again.now().revision());
  }

  @Test
  void an_update_that_was_called_off_overrules_nobody() throws Exception {
    Clocks older = clocks(false);
    older.start(new StartupEvent());
    Clocks newer = clocks(true);
    newer.start(new StartupEvent());
    older.refresh();
    assertThat(older.overruledBy()).isPresent();

    twoMinutesPass();
    newer.refresh();
    older.refresh();
    assertThat(older.overruledBy()).isPresent();

    twoMinutesPass();
    older.refresh();
    assertThat(older.overruledBy()).isEmpty();
    assertThat(older.now().revision()).isGreaterThan(newer.now().revision());
    changeCalendar(older);
    long before = older.now().revision();
    older.refresh();
    assertThat(older.now().revision()).isGreaterThan(before);
  }

  private static void twoMinutesPass() throws SQLException {
    try (Connection connection = database.getConnection()) {
      Sql.of(
              connection,
              "UPDATE requests.clock_settings SET seen_at = seen_at - interval '2 minutes'")
          .update();
    }
  }

  private static void changeCalendar(Clocks clocks) throws SQLException {
    try (Connection connection = database.getConnection()) {
      clocks.change(connection);
    }
  }

  private static Clocks clocks(boolean replyDayIsPaused) {
    return new Clocks(
        database,
        new ClockSettings() {
          @Override
          public RestDayReceipt restDayReceipt() {
            return RestDayReceipt.ROLLS_FORWARD;
          }

          @Override
          public boolean lateCorrectionNoticeStopsClock() {
            return false;
          }

          @Override
          public boolean lateFeeNoticeStopsClock() {
            return false;
          }

          @Override
          public boolean awaitingReasonsStopsClock() {
            return false;
          }

          @Override
          public boolean sendingDayIsPaused() {
            return false;
          }

          @Override
          public boolean replyDayIsPaused() {
            return replyDayIsPaused;
          }
        },
        new Jobs("requests"),
        new SimpleMeterRegistry());
  }
}
