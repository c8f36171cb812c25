package disclosure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import disclosure.local.server.FreePort;
import io.agroal.api.AgroalDataSource;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureKindTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "08P01", "53100", "53300", "57014", "57P01", "55000", "55P03", "25006", "25P03",
        "25P04"
      })
  void a_database_that_cannot_be_used_just_now_is_out(String state) {
    assertThat(FailureKind.of(new SQLException("", state))).isEqualTo(FailureKind.OUTAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"40001", "40P01"})
  void a_transaction_that_met_another_is_repeated(String state) {
    assertThat(FailureKind.of(new SQLException("", state))).isEqualTo(FailureKind.REPEATABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"22P02", "23505", "42P01", "55006", "08", "XX000"})
  void what_the_database_refuses_is_permanent(String state) {
    assertThat(FailureKind.of(new SQLException("", state))).isEqualTo(FailureKind.PERMANENT);
  }

  @Test
  void a_failure_without_a_state_is_permanent() {
    assertThat(FailureKind.of(new SQLException("nothing is known of it")))
        .isEqualTo(FailureKind.PERMANENT);
  }

  @Test
  void a_value_that_cannot_be_read_is_permanent_though_it_comes_as_an_exception_of_sql() {
    assertThat(FailureKind.of(new SQLException(new IOException("no JSON"))))
        .isEqualTo(FailureKind.PERMANENT);
  }

  @Test
  void the_cause_counts_however_deep() {
    Exception deep = new IllegalStateException(new SQLException(new SQLException("", "08001")));
    assertThat(FailureKind.of(deep)).isEqualTo(FailureKind.OUTAGE);
    assertThat(FailureKind.of(new DatabaseOutage(null))).isEqualTo(FailureKind.OUTAGE);
  }

  @Test
  void what_failed_within_a_batch_counts() {
    BatchUpdateException batch = new BatchUpdateException();
    batch.setNextException(new SQLException("", "40P01"));
    assertThat(FailureKind.of(batch)).isEqualTo(FailureKind.REPEATABLE);
  }

  @Test
  void causes_that_go_round_come_to_an_end() {
    Exception first = new IllegalStateException("first");
    first.initCause(new IllegalStateException(first));
    assertThat(FailureKind.of(first)).isEqualTo(FailureKind.PERMANENT);
  }

  @Test
  void time_that_ran_out_is_an_outage() {
    assertThat(FailureKind.of(new SQLTimeoutException())).isEqualTo(FailureKind.OUTAGE);
  }

  @Test
  void a_pool_with_no_connection_to_give_is_an_outage() throws Exception {
    try (AgroalDataSource pool = TestServer.pool(1);
        Connection taken = pool.getConnection()) {
      assertThat(taken.isValid(1)).isTrue();
      assertThat(FailureKind.of(catchThrowable(pool::getConnection))).isEqualTo(FailureKind.OUTAGE);
    }
  }

  @Test
  void a_server_that_is_not_there_is_an_outage() throws Exception {
    String nowhere = "jdbc:postgresql://127.0.0.1:" + FreePort.any() + "/storage";
    try (AgroalDataSource pool = TestServer.pool(nowhere, 1)) {
      assertThat(FailureKind.of(catchThrowable(pool::getConnection))).isEqualTo(FailureKind.OUTAGE);
    }
  }

  @Test
  void a_lock_that_is_not_to_be_had_is_an_outage() throws Exception {
    try (AgroalDataSource pool = TestServer.pool(2);
        Connection holder = pool.getConnection();
        Statement lock = holder.createStatement()) {
      TestServer.execute(pool, "CREATE TABLE IF NOT EXISTS locked (id int)");
      holder.setAutoCommit(false);
      lock.execute("LOCK TABLE locked");
      assertThat(
              catchThrowable(
                  () ->
                      new Transactions(pool)
                          .run(
                              connection -> {
                                try (Statement waiting = connection.createStatement()) {
                                  waiting.execute("SET LOCAL lock_timeout = '50ms'");
                                  return waiting.execute("DELETE FROM locked");
                                }
                              })))
          .isInstanceOf(DatabaseOutage.class);
      holder.rollback();
    }
  }

  @Test
  void a_statement_that_is_refused_is_a_fault() throws Exception {
    try (AgroalDataSource pool = TestServer.pool(1)) {
      assertThat(
              catchThrowable(
                  () ->
                      new Transactions(pool)
                          .run(
                              connection -> {
                                try (Statement wrong = connection.createStatement()) {
                                  return wrong.execute("SELECT 1 / 0");
                                }
                              })))
          .isInstanceOf(DatabaseFault.class);
    }
  }
}
