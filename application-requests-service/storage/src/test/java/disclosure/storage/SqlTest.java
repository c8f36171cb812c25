package disclosure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlTest {

  private AgroalDataSource pool;
  private Connection connection;

  @BeforeEach
  void table() throws Exception {
    pool = TestServer.pool(1);
    connection = pool.getConnection();
    connection.setAutoCommit(false);
    Sql.of(
            connection,
            """
            CREATE TEMPORARY TABLE thing
              (id uuid, due_on date, noted_at timestamptz, code text, weekday text, size bigint)
            """)
        .update();
  }

  @AfterEach
  void close() throws SQLException {
    connection.rollback();
    connection.close();
    pool.close();
  }

  record Code(String value) {}

  private record Thing(
      UUID id,
      Optional<LocalDate> dueOn,
      Instant notedAt,
      Code code,
      DayOfWeek weekday,
      Optional<Long> size) {}

  private static final Thing THING =
      new Thing(
          UUID.randomUUID(),
          Optional.of(LocalDate.of(1949, 10, 1)),
          Instant.parse("2026-11-28T01:02:03.456789Z"),
          new Code("11141124000000099J"),
          DayOfWeek.SATURDAY,
          Optional.empty());

  @Test
  void a_row_is_written_and_read_by_the_names_of_a_record() throws Exception {
    Sql.of(
            connection,
            "INSERT INTO thing VALUES (:id, :dueOn, :notedAt, :code, :weekday, :size::bigint)")
        .batch(List.of(THING, THING));
    assertThat(
            Sql.of(connection, "SELECT * FROM thing WHERE code = :code AND due_on <= :day")
                .with("code", THING.code())
                .with("day", THING.dueOn())
                .list(Thing.class))
        .containsExactly(THING, THING);
    assertThat(Sql.of(connection, "SELECT code FROM thing LIMIT 1").one(Code.class))
        .isEqualTo(THING.code());
  }

  @Test
  void the_transaction_stays_whose_it_was() throws Exception {
    Sql.of(connection, "INSERT INTO thing (size) VALUES (:size)").with("size", 1).update();
    assertThat(connection.getAutoCommit()).isFalse();
    connection.commit();
    assertThat(Sql.of(connection, "SELECT size FROM thing").first(Long.class)).contains(1L);
    assertThat(Sql.of(connection, "SELECT FROM thing WHERE size < :size").with("size", 1).exists())
        .isFalse();
  }

  @Test
  void no_message_shows_a_parameter() {
    assertThatThrownBy(
            () ->
                Sql.of(connection, "SELECT 1 / :none").with("none", 0).with("name", "张三").update())
        .isInstanceOf(SQLException.class)
        .hasMessageNotContaining("张三");
    assertThatThrownBy(
            () ->
                Sql.of(connection, "SELECT 1 FROM nowhere WHERE :name = ''")
                    .with("name", "张三")
                    .update())
        .isInstanceOf(SQLException.class)
        .hasMessageNotContaining("张三");
  }

  @Test
  void an_array_of_the_connection_is_a_parameter() throws Exception {
    assertThat(
            Sql.of(connection, "SELECT count(*) FROM unnest(:codes) code WHERE code = ANY (:codes)")
                .with("codes", connection.createArrayOf("text", new String[] {"a", "b"}))
                .one(Long.class))
        .isEqualTo(2);
  }
}
