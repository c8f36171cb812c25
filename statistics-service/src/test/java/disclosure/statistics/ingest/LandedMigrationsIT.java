package disclosure.statistics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three migrations were changed after they had landed (decision 0029). Whatever state of them a
 * database was made with, it starts with the present ones and ends as all others do.
 */
class LandedMigrationsIT {

  private static final Path PRESENT = Path.of("src/main/resources/db/migration");
  private static final Path LANDED = Path.of("src/test/resources/landed");

  /** Whatever the schema consists of. */
  private static final String SCHEMA =
      """
      SELECT 'table ' || relname || ' ' || relkind::text || ' ' || coalesce(reloptions::text, '')
             || ' ' || coalesce(pg_get_partkeydef(oid), '') || ' ' || coalesce(relacl::text, '')
      FROM pg_class WHERE relnamespace = 'statistics'::regnamespace AND relkind <> 'i'
      UNION ALL
      SELECT 'column ' || attrelid::regclass::text || ' ' || attname || ' '
             || format_type(atttypid, atttypmod) || ' ' || attnotnull || ' '
             || attcollation::regcollation::text || ' ' || coalesce(attacl::text, '') || ' '
             || coalesce(pg_get_expr(adbin, adrelid), '')
      FROM pg_attribute
      JOIN pg_class ON pg_class.oid = attrelid
      LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      WHERE relnamespace = 'statistics'::regnamespace AND relkind IN ('r', 'p') AND attnum > 0
        AND NOT attisdropped
      UNION ALL
      SELECT indexdef FROM pg_indexes WHERE schemaname = 'statistics'
      UNION ALL
      SELECT 'constraint ' || conrelid::regclass::text || ' ' || conname || ' '
             || pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'statistics'::regnamespace
      UNION ALL
      SELECT pg_get_functiondef(oid) || coalesce(proacl::text, '')
      FROM pg_proc WHERE pronamespace = 'statistics'::regnamespace
      UNION ALL
      SELECT 'migration ' || version || ' ' || checksum
      FROM statistics.flyway_schema_history WHERE version IS NOT NULL
      ORDER BY 1
      """;

  private static CountingDatabase postgres;
  private static List<String> present;

  @TempDir Path texts;

  @BeforeAll
  static void migrate_from_nothing() throws Exception {
    postgres = CountingDatabase.empty();
    DataSource fresh = postgres.another("fresh");
    CountingDatabase.migrate(fresh, "fresh_service", PRESENT);
    present = schema(fresh, "fresh");
    assertThat(present).anyMatch(line -> line.startsWith("table daily_count_15 r"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"V202611241000", "V202611272330", "V202611280300"})
  void a_database_made_with_the_first_text_starts_and_ends_as_all_others(String changed)
      throws Exception {
    String name = changed.toLowerCase(java.util.Locale.ROOT);
    DataSource database = postgres.another(name);
    asLanded(changed);
    CountingDatabase.migrate(database, name + "_service", texts);

    CountingDatabase.migrate(database, name + "_service", PRESENT);

    assertThat(schema(database, name)).isEqualTo(present);
  }

  @Test
  void what_was_counted_in_one_table_is_there_in_its_parts() throws Exception {
    DataSource database = postgres.another("counted");
    asLanded("V202611272330");
    CountingDatabase.migrate(database, "counted_service", texts);
    execute(
        database,
        "INSERT INTO statistics.daily_count VALUES ('11100000000013338W', '2024-03-01', 7, 5)");

    CountingDatabase.migrate(database, "counted_service", PRESENT);

    assertThat(
            lines(database, "SELECT organ_code || day || place || n FROM statistics.daily_count"))
        .containsExactly("11100000000013338W2024-03-0175");
  }

  @Test
  void any_other_text_still_keeps_the_service_from_starting() throws Exception {
    DataSource database = postgres.another("edited");
    CountingDatabase.migrate(database, "edited_service", PRESENT);
    execute(
        database,
        "UPDATE statistics.flyway_schema_history SET checksum = 1 WHERE version = '202611272330'");

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> CountingDatabase.migrate(database, "edited_service", PRESENT))
        .hasMessageContaining("202611272330");
  }

  /** The migrations up to one, as they were when it landed. */
  private void asLanded(String changed) throws IOException {
    try (Stream<Path> all = Files.list(PRESENT)) {
      for (Path text : all.toList()) {
        String version = text.getFileName().toString().split("__")[0];
        if (version.startsWith("V") && version.compareTo(changed) < 0) {
          Files.copy(text, texts.resolve(text.getFileName()));
        }
      }
    }
    try (Stream<Path> first = Files.list(LANDED.resolve(changed))) {
      for (Path text : first.toList()) {
        Files.copy(text, texts.resolve(text.getFileName()));
      }
    }
  }

  private static List<String> schema(DataSource database, String name) throws SQLException {
    return lines(database, SCHEMA).stream()
        .map(line -> line.replace(name + "_", "role_"))
        .sorted()
        .toList();
  }

  private static List<String> lines(DataSource database, String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
    }
    return lines;
  }

  private static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
