package disclosure.benchmark;

import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.OrganState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * What the tables that grow with the applications would gain or lose by being partitioned: the
 * statements that count and answer, on a table as it is and on one in sixteen parts with the same
 * rows. Ratios above 1 say that the parts are slower.
 */
final class Partitioning implements Scenario {

  private static final int PARTS = 16;
  private static final int BATCH = 6_000;
  private static final int ROUNDS = 15;
  private static final int SOME_ORGANS = 33;
  private static final String RECEIVED =
      " FROM coming JOIN cell_place cell"
          + " ON form_row = 'NEWLY_RECEIVED' AND cell.applicant_type = coming.applicant_type";

  private final int applications;

  Partitioning(int applications) {
    this.applications = applications;
  }

  @Override
  public String name() {
    return "partitioning";
  }

  @Override
  public void run(Servers servers, Consumer<Figure> figures) throws Exception {
    servers.service("statistics-service", "statistics", 256).close();
    Nation nation = new Nation(20_000);
    try (Connection connection = servers.owner("statistics");
        Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = off");
      tables(statement);
      List<UUID> ids = fill(connection, nation);
      List<String> organs =
          nation.organs().stream().map(OrganState::organCode).map(code -> code.value()).toList();
      states(connection, ids, organs, figures);
      counts(connection, organs, figures);
    }
  }

  private static void tables(Statement statement) throws SQLException {
    statement.execute("CREATE TABLE coming (LIKE application_state)");
    statement.execute("CREATE TABLE whole_state (LIKE application_state INCLUDING ALL)");
    statement.execute("CREATE TABLE whole_count (LIKE daily_count INCLUDING ALL)");
    statement.execute(
        "CREATE TABLE parted_state (LIKE application_state INCLUDING ALL)"
            + " PARTITION BY HASH (application_id)");
    statement.execute(
        "CREATE TABLE parted_count (LIKE daily_count INCLUDING ALL) PARTITION BY HASH (organ_code)");
    for (String table : List.of("parted_state", "parted_count")) {
      for (int part = 0; part < PARTS; part++) {
        statement.execute(
            String.format(
                Locale.ROOT,
                "CREATE TABLE %s_%d PARTITION OF %s FOR VALUES WITH (MODULUS %d, REMAINDER %d)",
                table,
                part,
                table,
                PARTS,
                part));
      }
    }
  }

  /** The same rows into all tables; the ids that come are not among them. */
  private List<UUID> fill(Connection connection, Nation nation) throws Exception {
    List<UUID> ids = new ArrayList<>();
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY coming (" + NationalReads.STATE_COLUMNS + ") FROM STDIN");
    StringBuilder lines = new StringBuilder();
    nation.newest(
        applications,
        (ApplicationState state) -> {
          ids.add(state.applicationId());
          NationalReads.line(lines, state);
          if (lines.length() > 1 << 16) {
            NationalReads.write(copy, lines);
            lines.setLength(0);
          }
        });
    NationalReads.write(copy, lines);
    copy.endCopy();
    int kept = applications - ROUNDS * BATCH;
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE coming ADD place bigint GENERATED ALWAYS AS IDENTITY");
      statement.execute("CREATE INDEX ON coming (place)");
      String columns = NationalReads.STATE_COLUMNS;
      for (String table : List.of("whole", "parted")) {
        statement.execute(
            "INSERT INTO "
                + table
                + "_state ("
                + columns
                + ") SELECT "
                + columns
                + " FROM coming WHERE place <= "
                + kept);
        statement.execute(
            "INSERT INTO "
                + table
                + "_count SELECT organ_code, received_on, cell.place, count(*)"
                + RECEIVED
                + " WHERE coming.place <= "
                + kept
                + " GROUP BY 1, 2, 3");
      }
      statement.execute("VACUUM ANALYZE");
    }
    return ids;
  }

  private void states(
      Connection connection, List<UUID> ids, List<String> organs, Consumer<Figure> figures)
      throws SQLException {
    int kept = applications - ROUNDS * BATCH;
    String columns = NationalReads.STATE_COLUMNS;
    compare(
        "insert of 6,000 states",
        "state",
        round ->
            table ->
                timed(
                    connection,
                    "INSERT INTO "
                        + table
                        + " ("
                        + columns
                        + ") SELECT "
                        + columns
                        + " FROM coming WHERE place > ? AND place <= ? ON CONFLICT DO NOTHING",
                    kept + round * BATCH,
                    kept + (round + 1) * BATCH),
        figures);
    compare(
        "lock and read of 6,000 states by id",
        "state",
        round ->
            table ->
                timed(
                    connection,
                    "SELECT * FROM "
                        + table
                        + " WHERE application_id = ANY (?) ORDER BY application_id FOR UPDATE",
                    connection.createArrayOf(
                        "uuid", ids.subList(round * BATCH, (round + 1) * BATCH).toArray())),
        figures);
    String cell =
        " WHERE organ_code = ANY (?) AND outcome = 'NOT_HELD'"
            + " AND concluded_on BETWEEN '2023-01-01' AND '2023-12-31'"
            + " ORDER BY organ_code, application_id LIMIT 101";
    for (int some : new int[] {1, SOME_ORGANS}) {
      compare(
          "applications behind a cell of " + some + " organs",
          "state",
          round ->
              table ->
                  timed(
                      connection,
                      "SELECT * FROM " + table + cell,
                      connection.createArrayOf(
                          "text", organs.subList(round * some, (round + 1) * some).toArray())),
          figures);
    }
  }

  private void counts(Connection connection, List<String> organs, Consumer<Figure> figures)
      throws SQLException {
    int kept = applications - ROUNDS * BATCH;
    compare(
        "6,000 changes of daily counts",
        "count",
        round ->
            table ->
                timed(
                    connection,
                    "INSERT INTO "
                        + table
                        + " SELECT organ_code, received_on, cell.place, count(*)"
                        + RECEIVED
                        + " WHERE coming.place > ? AND coming.place <= ? GROUP BY 1, 2, 3"
                        + " ORDER BY 1, 2, 3",
                    kept + round * BATCH,
                    kept + (round + 1) * BATCH),
        figures);
    compare(
        "table of an organ",
        "count",
        round ->
            table ->
                timed(
                    connection,
                    "SELECT place, sum(n) FROM " + table + " WHERE organ_code = ANY (?) GROUP BY 1",
                    connection.createArrayOf("text", new String[] {organs.get(round)})),
        figures);
  }

  /** A statement on a table; its milliseconds. */
  private interface OnTable {
    double run(String table) throws SQLException;
  }

  /** The statement of a round. */
  private interface Rounds {
    OnTable at(int round) throws SQLException;
  }

  private static void compare(String name, String table, Rounds rounds, Consumer<Figure> figures)
      throws SQLException {
    List<Double> whole = new ArrayList<>();
    List<Double> parted = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      OnTable statement = rounds.at(round);
      // Whoever comes second finds the rows that it reads in memory.
      if (round % 2 == 0) {
        whole.add(statement.run("whole_" + table));
      }
      parted.add(statement.run("parted_" + table));
      if (round % 2 != 0) {
        whole.add(statement.run("whole_" + table));
      }
    }
    figures.accept(Figure.of(name, median(whole), "ms"));
    figures.accept(Figure.of(name + ", in parts", median(parted) / median(whole), "ratio"));
  }

  private static double timed(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      long start = System.nanoTime();
      if (statement.execute()) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            rows.getString(1);
          }
        }
      }
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
