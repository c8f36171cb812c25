package disclosure.statistics.rebuild;

import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A schema with the same tables as the one that is asked, made by the same migrations. Each rebuild
 * has its own: one that was taken for dead and isn't finds its schema gone, and meets nobody
 * else's.
 */
final class ShadowSchema {

  private static final String LIVE = "statistics";
  private static final String SHADOW = "statistics_shadow";
  private static final String OLD = "statistics_old";
  private static final String QUERY_CANCELED = "57014";
  private static final long MIN_MILLIS = 1_000;
  private static final long DROPPING = 0x7265_6275_696c_64L;

  /**
   * What is made anew. Positions are set in place, since whoever counts waits for their rows;
   * histories and parked records are never thrown away, the topics may have fewer.
   */
  private static final List<String> TABLES =
      List.of(
          "application_state",
          "organ_state",
          "dispute_state",
          "daily_count",
          "daily_change",
          "organ_revision",
          "subtree_root",
          "subtree_count");

  private final Connection owner;
  private final String name;
  private final String old;

  ShadowSchema(Connection owner, UUID rebuild) {
    this.owner = owner;
    this.name = SHADOW + "_" + rebuild.toString().replace("-", "");
    this.old = OLD + "_" + rebuild.toString().replace("-", "");
  }

  String name() {
    return name;
  }

  /** Makes it, empty. */
  void create(Flyway migrations, DataSource database, String serviceRole) throws SQLException {
    new FluentConfiguration()
        .configuration(migrations.getConfiguration())
        .dataSource(database)
        .connectRetries(0)
        .schemas(name)
        .defaultSchema(name)
        .load()
        .migrate();
    execute(owner, "GRANT USAGE ON SCHEMA " + name + " TO " + quoted(owner, serviceRole));
  }

  /**
   * Takes away the indexes that counting doesn't look into, and returns what makes them anew: at
   * once for all rows, that is far quicker than row by row.
   */
  List<String> dropIndexes() throws SQLException {
    List<Index> indexes =
        Sql.of(
                owner,
                """
                SELECT format('%I.%I', namespace.nspname, index.relname) AS name,
                       replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') AS definition
                FROM pg_index JOIN pg_class index ON index.oid = indexrelid
                JOIN pg_namespace namespace ON namespace.oid = relnamespace
                WHERE nspname = :schema AND NOT indisunique AND NOT index.relispartition
                """)
            .with("schema", name)
            .list(Index.class);
    for (Index index : indexes) {
      execute(owner, "DROP INDEX " + index.name());
    }
    return indexes.stream().map(Index::definition).toList();
  }

  private record Index(String name, String definition) {}

  void createIndexes(List<String> definitions) throws SQLException {
    for (String definition : definitions) {
      execute(owner, definition);
    }
  }

  /** Leaves nothing of it. */
  void drop() throws SQLException {
    dropWhere(owner, " = ANY (ARRAY['" + name + "', '" + old + "'])");
  }

  /** Leaves nothing of any. */
  static void dropAll(Connection owner) throws SQLException {
    dropWhere(owner, " ~ '^(" + SHADOW + "|" + OLD + ")'");
  }

  /** Whether there is one, or a part of one. */
  static boolean isAny(Connection connection) throws SQLException {
    return !names(connection, " ~ '^(" + SHADOW + "|" + OLD + ")'").isEmpty();
  }

  /** One after the other: several instances may clear up the same. */
  private static void dropWhere(Connection owner, String condition) throws SQLException {
    boolean alone = owner.getAutoCommit();
    owner.setAutoCommit(false);
    try {
      execute(owner, "SELECT pg_advisory_xact_lock(" + DROPPING + ")");
      for (String name : names(owner, condition)) {
        execute(owner, "DROP SCHEMA IF EXISTS " + name + " CASCADE");
      }
      owner.commit();
    } catch (SQLException | RuntimeException | Error failure) {
      owner.rollback();
      throw failure;
    } finally {
      owner.setAutoCommit(alone);
    }
  }

  private static List<String> names(Connection connection, String condition) throws SQLException {
    return Sql.of(connection, "SELECT nspname FROM pg_namespace WHERE nspname" + condition)
        .list(String.class);
  }

  /** Keeps what the shadow found in the topics beside what was kept before. */
  void mergeHistories() throws SQLException {
    for (String table : List.of("application_history", "dispute_history", "rejected_event")) {
      String columns = columns(owner, table);
      execute(
          owner,
          "INSERT INTO statistics."
              + table
              + " ("
              + columns
              + ") SELECT "
              + columns
              + " FROM "
              + name
              + "."
              + table
              + " ON CONFLICT DO NOTHING");
    }
    execute(
        owner,
        """
        INSERT INTO statistics.organ_history AS kept ({columns})
        SELECT {columns} FROM {shadow}.organ_history
        ON CONFLICT (organ_code, version) DO UPDATE SET recorded_at = EXCLUDED.recorded_at
          WHERE kept.recorded_at = '-infinity'
        """
            .replace("{columns}", columns(owner, "organ_history"))
            .replace("{shadow}", name));
    // What was kept beside other newest versions may stand elsewhere now.
    execute(
        owner,
        """
        UPDATE statistics.application_history kept SET elsewhere = true
        FROM %s.application_state newest
        WHERE kept.application_id = newest.application_id
          AND kept.organ_code <> newest.organ_code AND NOT kept.elsewhere
        """
            .replace("%s", name));
  }

  /**
   * How many daily cells of the counts are other than those of the shadow; empty when finding out
   * takes longer than the given time.
   */
  Optional<Long> differingCells(Duration timeout) throws SQLException {
    Savepoint before = owner.setSavepoint();
    try {
      execute(owner, "SET LOCAL statement_timeout = " + Math.max(MIN_MILLIS, timeout.toMillis()));
      return Optional.of(differingCells());
    } catch (SQLException failure) {
      owner.rollback(before);
      if (!QUERY_CANCELED.equals(failure.getSQLState())) {
        throw failure;
      }
      return Optional.empty();
    }
  }

  private long differingCells() throws SQLException {
    return Sql.of(
            owner,
            """
            SELECT count(*) FROM (
              SELECT FROM (
                SELECT organ_code, day, place, n FROM statistics.daily_count
                UNION ALL
                SELECT organ_code, day, place, -n FROM %s.daily_count
              ) AS part
              GROUP BY organ_code, day, place HAVING sum(n) <> 0
            ) AS differing
            """
                .replace("%s", name))
        .one(Long.class);
  }

  /**
   * Puts the shadow's tables in the place of the others within the transaction, and tells
   * everybody. Sums over subtrees are made anew later, and counted when asked until then.
   *
   * @throws SQLException 55P03 when a reader holds a table for too long
   */
  void swap() throws SQLException {
    execute(owner, "SET LOCAL lock_timeout = '500ms'");
    execute(owner, "SET LOCAL statement_timeout = '5s'");
    execute(
        owner,
        "LOCK TABLE "
            + String.join(", ", TABLES.stream().map(table -> LIVE + "." + table).toList())
            + " IN ACCESS EXCLUSIVE MODE");
    execute(owner, "CREATE SCHEMA " + old);
    for (String table : TABLES) {
      List<String> parts = parts(owner, table);
      move(owner, LIVE, old, parts);
      move(owner, name, LIVE, parts);
    }
    execute(owner, "SELECT pg_notify('counts_changed', '*')");
  }

  /** The table itself and all its parts. */
  private static List<String> parts(Connection owner, String table) throws SQLException {
    return Sql.of(
            owner,
            """
            SELECT relname FROM pg_class
            WHERE oid = :table::regclass
               OR oid IN (SELECT relid FROM pg_partition_tree(:table::regclass))
            """)
        .with("table", LIVE + "." + table)
        .list(String.class);
  }

  private static void move(Connection owner, String from, String to, List<String> tables)
      throws SQLException {
    for (String table : tables) {
      execute(owner, "ALTER TABLE " + from + "." + table + " SET SCHEMA " + to);
    }
  }

  private static String columns(Connection owner, String table) throws SQLException {
    return Sql.of(
            owner,
            """
            SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position)
            FROM information_schema.columns
            WHERE table_schema = :schema AND table_name = :table
            """)
        .with("schema", LIVE)
        .with("table", table)
        .one(String.class);
  }

  private static String quoted(Connection owner, String name) throws SQLException {
    return Sql.of(owner, "SELECT quote_ident(:name)").with("name", name).one(String.class);
  }

  private static void execute(Connection owner, String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
