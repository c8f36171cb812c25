package disclosure.requests;

import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.OrganCode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

/** A look into the register's tables, past the service. */
public final class RegisterTables {

  /** Those that nobody uses just now: to log in takes longer than most questions. */
  private static final Deque<Connection> IDLE = new ConcurrentLinkedDeque<>();

  private RegisterTables() {}

  /** Puts the made-up organs into the directory, where they are missing. */
  public static void knowTestOrgans() {
    update(
        """
        INSERT INTO requests.organ (code, name, kind, parent_code, valid_from, valid_to, version, recorded_at)
        VALUES ('%1$s', '临县人民政府', 'GOVERNMENT', NULL, NULL, NULL, 1, now()),
               ('%2$s', '临县人民政府办公室', 'DEPARTMENT', '%1$s', NULL, NULL, 1, now()),
               ('%3$s', '临泉镇人民政府', 'TOWNSHIP', '%1$s', NULL, NULL, 1, now()),
               ('%4$s', '另一县人民政府', 'GOVERNMENT', NULL, NULL, NULL, 1, now())
        ON CONFLICT DO NOTHING
        """
            .formatted(
                TestOrgans.COUNTY, TestOrgans.OFFICE, TestOrgans.TOWNSHIP, TestOrgans.FOREIGN));
  }

  /** Puts an organ into the directory that no other test knows, and gives its code. */
  public static String newOrgan() {
    String first =
        String.format(
            Locale.ROOT, "11990000%09d", Math.abs(UUID.randomUUID().hashCode() % 1_000_000_000));
    String code = first + OrganCode.checkCharacter(first);
    update(
        "INSERT INTO requests.organ (code, name, kind, version, recorded_at) VALUES ('"
            + code
            + "', '某机关', 'DEPARTMENT', 1, now())");
    return code;
  }

  /** How many rows every table holds that a request could add to. */
  public static Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>(allRows());
    // It follows the audit entries, some seconds later.
    rows.remove("audit_block");
    // Background work looks when it is its time.
    rows.keySet().removeAll(List.of("job", "job_piece", "job_turn"));
    return rows;
  }

  private static Map<String, Long> allRows() {
    String counts =
        texts(
                "SELECT relname FROM pg_class WHERE relnamespace = 'requests'::regnamespace"
                    + " AND relkind IN ('r', 'p') AND NOT relispartition"
                    + " AND relname NOT LIKE 'flyway%'")
            .stream()
            .map(table -> "SELECT '" + table + " ' || count(*) FROM requests." + table)
            .collect(Collectors.joining(" UNION ALL "));
    // In one statement: a connection for each table would take a second for each test.
    return texts(counts).stream()
        .map(count -> count.split(" "))
        .collect(Collectors.toMap(count -> count[0], count -> Long.parseLong(count[1])));
  }

  /** Every value of every column of every table, as PostgreSQL prints it. */
  public static List<String> everything() {
    List<String> all = new ArrayList<>();
    allRows()
        .keySet()
        .forEach(table -> all.addAll(texts("SELECT t::text FROM requests." + table + " t")));
    return all;
  }

  public static long number(String query) {
    return Long.parseLong(texts(query).get(0));
  }

  public static List<String> texts(String query) {
    return use(
        statement -> {
          try (ResultSet row = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
              texts.add(row.getString(1));
            }
            return texts;
          }
        });
  }

  /** Edits steps as nobody may who isn't the owner. */
  public static void editSteps(String sql) {
    update(
        "ALTER TABLE requests.application_step DISABLE TRIGGER USER; "
            + sql
            + "; ALTER TABLE requests.application_step ENABLE TRIGGER USER");
  }

  public static void update(String sql) {
    use(statement -> statement.execute(sql));
  }

  private interface Use<T> {
    T with(Statement statement) throws SQLException;
  }

  private static <T> T use(Use<T> use) {
    try {
      Connection connection = idle();
      try (Statement statement = connection.createStatement()) {
        T result = use.with(statement);
        IDLE.push(connection);
        return result;
      } catch (SQLException | RuntimeException failure) {
        connection.close();
        throw failure;
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static Connection idle() throws SQLException {
    Connection known = IDLE.poll();
    while (known != null && !known.isValid(1)) {
      known.close();
      known = IDLE.poll();
    }
    return known == null ? connect() : known;
  }

  /** Holds an advisory lock until it is closed. */
  public static Lock lock(long key) {
    try {
      Connection connection = connect();
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT pg_advisory_lock(" + key + ")");
      }
      return new Lock(key, connection);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Holds a table so that nobody else reads or writes it, until it is closed. */
  public static Connection lockTable(String table) {
    return lockTable(table, "ACCESS EXCLUSIVE");
  }

  /** The same, but that it can still be read. */
  public static Connection lockTableForWriters(String table) {
    return lockTable(table, "EXCLUSIVE");
  }

  private static Connection lockTable(String table, String mode) {
    try {
      Connection connection = connect();
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("LOCK TABLE requests." + table + " IN " + mode + " MODE");
      }
      return connection;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /**
   * A lock that is held.
   *
   * @param connection whose it is
   */
  public record Lock(long key, Connection connection) implements AutoCloseable {

    /** How many wait for it. */
    public long waiting() {
      return number(
          "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'advisory' AND objid = "
              + key);
    }

    /** How many wait for any advisory lock. */
    public static long waitingAnywhere() {
      return number("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'advisory'");
    }

    @Override
    public void close() {
      try {
        connection.close();
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  private static Connection connect() throws SQLException {
    Map<String, String> settings = Servers.running();
    return DriverManager.getConnection(
        settings.get("DATABASE_URL"),
        settings.get("DATABASE_OWNER_USER"),
        settings.get("DATABASE_OWNER_PASSWORD"));
  }
}
