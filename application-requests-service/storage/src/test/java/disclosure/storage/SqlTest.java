package disclosure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
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
  void a_record_gives_all_parameters_and_arrays_are_of_a_type() throws Exception {
    Sql.of(
            connection,
            """
            INSERT INTO thing
            SELECT id, :dueOn, :notedAt, code, weekday, :size
              FROM unnest(:ids::uuid[], :codes, :weekdays) AS several (id, code, weekday)
            """)
        .all(THING)
        .array("ids", "text", List.of(THING.id(), THING.id()))
        .array("codes", "text", List.of(THING.code(), Optional.of(new Code("other"))))
        .array("weekdays", "text", Arrays.asList(THING.weekday(), null))
        .update();
    assertThat(
            Sql.of(connection, "SELECT * FROM thing WHERE weekday = ANY (:weekdays)")
                .array("weekdays", "text", EnumSet.allOf(DayOfWeek.class))
                .list(Thing.class))
        .containsExactly(THING);
    assertThat(
            Sql.of(connection, "SELECT code FROM thing WHERE NOT id = ANY (:ids)")
                .array("ids", "uuid", List.of())
                .list(Code.class))
        .containsExactly(THING.code(), new Code("other"));
    assertThat(
            Sql.of(connection, "SELECT digest FROM unnest(:digests) digest")
                .array("digests", "bytea", Arrays.asList(new byte[] {1}, null))
                .rows(row -> Optional.ofNullable(row.getBytes("digest")).isPresent()))
        .containsExactly(true, false);
  }

  @Test
  void a_large_result_is_given_row_by_row() throws Exception {
    List<Long> sizes = new ArrayList<>();
    Sql.of(connection, "SELECT size FROM generate_series(1, :last) AS size")
        .with("last", 2_000L)
        .forEach(row -> sizes.add(row.getLong("size")));
    assertThat(sizes).hasSize(2_000).endsWith(1_999L, 2_000L);
    assertThat(
            Sql.of(connection, "SELECT size FROM generate_series(1, 3) AS size")
                .firstRow(row -> row.getInt("size")))
        .contains(1);
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

  private record Sparse(
      Optional<String> code,
      Optional<DayOfWeek> weekday,
      Optional<LocalDate> dueOn,
      Optional<Long> size) {

    static final Sparse FULL =
        new Sparse(
            Optional.of("1"),
            Optional.of(DayOfWeek.SUNDAY),
            Optional.of(LocalDate.EPOCH),
            Optional.of(1L));
    static final Sparse EMPTY =
        new Sparse(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void the_rows_of_a_batch_lack_what_others_have() throws Exception {
    for (List<Sparse> rows :
        List.of(
            List.of(Sparse.FULL, Sparse.EMPTY, Sparse.FULL),
            List.of(Sparse.EMPTY, Sparse.FULL, Sparse.EMPTY))) {
      Sql.of(connection, "DELETE FROM thing").update();
      Sql.of(
              connection,
              "INSERT INTO thing (code, weekday, due_on, size)"
                  + " VALUES (:code, :weekday, :dueOn, :size)")
          .batch(rows);
      assertThat(
              Sql.of(connection, "SELECT code, weekday, due_on, size FROM thing")
                  .list(Sparse.class))
          .containsExactlyElementsOf(rows);
    }
  }
}
