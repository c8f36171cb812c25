package disclosure.benchmark;

import disclosure.benchmark.Load.Call;
import disclosure.benchmark.Load.Result;
import disclosure.local.launcher.ServiceProcess;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Outcome;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Answers for a country: ten million applications of twenty thousand organs in five years, asked
 * 200 times a second while events are counted. The rows are put into the database as the service
 * would have; the sums over subtrees it makes itself.
 */
final class NationalReads implements Scenario {

  static final String STATE_COLUMNS =
      "application_id, version, digest, organ_code, applicant_type, received_on, status, outcome,"
          + " concluded_on, channel, due_on, due_provisional, extended, recorded_at";

  private static final int ORGANS = 20_000;

  /** The nation, its provinces and their cities. */
  private static final int SUBTREES = 1 + 31 + 31 * 11;

  private static final int RATE = 200;
  private static final int ASKED = 4_000;

  /** What is asked all day is compiled as it is asked: a minute at the rate that is measured. */
  private static final int WARMING_UP = 12_000;

  private static final int EVENTS_A_SECOND = 20;

  /** As long as the compiler needs for all that is asked, by a few: it must get its turn. */
  private static final Duration COMPILING =
      Duration.ofSeconds(Integer.getInteger("disclosure.warming", 240));

  private static final Duration WARMING = Duration.ofSeconds(10);
  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final String BY_THE_BARE = "own organ, p99 at 200/s, by that of the bare endpoint";
  private static final String BY_AN_ORGAN =
      "cost of an answer for the nation, by that for an organ";
  private static final int ROUNDS = 5;
  private static final int FLUSH = 1 << 16;

  private final int applications;

  NationalReads(int applications) {
    this.applications = applications;
  }

  @Override
  public String name() {
    return "national";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        Goal.atMost(2, BY_THE_BARE),
        Goal.atMost(1.5, BY_AN_ORGAN)
            .because(
                "missed by a few hundredths in a single round; where they go is not looked "
                    + "into yet"));
  }

  @Override
  public void run(Servers servers, Consumer<Figure> figures) throws Exception {
    Nation nation = new Nation(ORGANS);
    servers.service("statistics-service", "statistics", 512).close();
    try (Connection connection = servers.owner("statistics")) {
      if (!isFilled(connection)) {
        fill(connection, nation);
      }
      ServiceProcess service = servers.service("statistics-service", "statistics", 512);
      long start = System.nanoTime();
      Wait.until(Duration.ofMinutes(30), () -> hasAllSums(connection));
      figures.accept(
          Figure.of("sums over all subtrees made", (System.nanoTime() - start) / 1e9, "s"));
      Result own = ask(servers, service, nation, figures);
      warm(servers, service, nation, own, figures);
      sizes(connection, figures);
    }
  }

  /** Gives how an organ's own table was answered. */
  private static Result ask(
      Servers servers, ServiceProcess service, Nation nation, Consumer<Figure> figures)
      throws Exception {
    List<OrganState> organs = nation.organs();
    String nationCode = organs.get(0).organCode().value();
    String matrix = service.url() + "/matrix?organ=";
    IntFunction<String> organ =
        i -> organs.get(Math.floorMod(i * 7919, organs.size())).organCode().value();
    IntFunction<String> days =
        i -> {
          LocalDate from = Nation.FIRST_DAY.plusDays(Math.floorMod(i * 31, Nation.DAYS - 37));
          return "&from=" + from + "&to=" + from.plusDays(36);
        };
    IntFunction<String> eachOnce =
        i -> {
          LocalDate from = Nation.FIRST_DAY.plusDays(Math.floorMod(i * 31, Nation.DAYS - 67));
          return "&from=" + from + "&to=" + from.plusDays(36 + i / (Nation.DAYS - 67) % 30);
        };
    IntFunction<Call> ofAnOrgan =
        i -> Call.get(matrix + organ.apply(i) + "&year=" + (2021 + i / ORGANS % 4));
    IntFunction<Call> ofTheNation =
        i -> Call.get(matrix + nationCode + "&scope=SUBTREE" + eachOnce.apply(i));
    IntFunction<Call> ofACell =
        i ->
            Call.get(
                service.url()
                    + "/matrix/cell?organ="
                    + (i % 2 == 0 ? nationCode : organ.apply(i))
                    + "&scope=SUBTREE&row=NOT_HELD&column=TOTAL&year="
                    + (2021 + i % 4));
    List<IntFunction<Call>> all = List.of(ofAnOrgan, ofTheNation, ofACell);
    try (Load load = new Load(servers.token(), 64);
        Load few = new Load(servers.token(), 4)) {
      Result ownOrgan;
      try (Traffic traffic = new Traffic(servers, nation, EVENTS_A_SECOND)) {
        IntFunction<Call> anything = i -> all.get(i % all.size()).apply(i / all.size());
        few.saturate(COMPILING, anything);
        load.atRate(RATE, WARMING_UP, anything);
        Result own =
            load.atRate(RATE, ASKED, i -> Call.get(matrix + organ.apply(i) + "&year=2023"));
        add(figures, own, 10, "GET /matrix, own organ, year");
        ownOrgan = own;
        Result year =
            load.atRate(
                RATE,
                ASKED,
                i -> Call.get(matrix + nationCode + "&scope=SUBTREE&year=" + (2021 + i % 4)));
        add(figures, year, 50, "GET /matrix, whole nation, year");
        Result period =
            load.atRate(
                RATE, ASKED, i -> Call.get(matrix + nationCode + "&scope=SUBTREE" + days.apply(i)));
        add(figures, period, 100, "GET /matrix, whole nation, 37 days");
        Result cell = load.atRate(RATE, ASKED, ofACell);
        add(figures, cell, 50, "GET /matrix/cell, first page");
        figures.accept(Figure.of("counted meanwhile", traffic.sent(), "events"));
      }
      double one = load.saturate(WARMING, ofAnOrgan).perSecond();
      double nations = load.saturate(WARMING, ofTheNation).perSecond();
      figures.accept(Figure.of("own organ, as fast as answered", one, "answers/s"));
      figures.accept(
          Figure.of("whole nation, some 37 days, as fast as answered", nations, "answers/s"));
      figures.accept(Figure.atMost(5, BY_AN_ORGAN, one / nations, "ratio"));
      return ownOrgan;
    }
  }

  /** Answers that nothing was written since, beside an endpoint that has the same bytes at hand. */
  private static void warm(
      Servers servers, ServiceProcess service, Nation nation, Result own, Consumer<Figure> figures)
      throws Exception {
    String matrix =
        service.url()
            + "/matrix?year=2023&organ="
            + nation.organs().get(nation.organs().size() / 2).organCode();
    Http http = new Http(servers.token());
    byte[] answer = http.get(matrix);
    List<Double> shares = new ArrayList<>();
    List<Double> held = new ArrayList<>();
    try (ServiceProcess bare = servers.service("deploy/floor", "floor", 512);
        Load load = new Load(servers.token(), 64)) {
      String floor = bare.url() + "/held";
      http.put(floor, answer);
      load.saturate(WARMING, i -> Call.get(floor));
      load.saturate(WARMING, i -> Call.get(matrix));
      try (Traffic traffic = new Traffic(servers, nation, EVENTS_A_SECOND)) {
        load.atRate(RATE, ASKED, i -> Call.get(floor));
        Result least = load.atRate(RATE, ASKED, i -> Call.get(floor));
        figures.accept(Figure.of("bare endpoint, median", least.percentile(0.5), "ms"));
        figures.accept(Figure.of("bare endpoint, p99 at 200/s", least.percentile(0.99), "ms"));
        figures.accept(
            Figure.of(BY_THE_BARE, own.percentile(0.99) / least.percentile(0.99), "ratio"));
        figures.accept(Figure.of("counted beside the bare endpoint", traffic.sent(), "events"));
      }
      for (int round = 0; round < ROUNDS; round++) {
        double most = sound(load.saturate(ROUND, i -> Call.get(floor)));
        held.add(most);
        shares.add(sound(load.saturate(ROUND, i -> Call.get(matrix))) / most);
      }
    }
    figures.accept(
        Figure.of("bare endpoint with the same bytes", median(held), "answers/s").rounds(held));
    figures.accept(
        Figure.atLeast(0.5, "own organ, warm, as a share of these", median(shares), "ratio")
            .rounds(shares));
  }

  private static double sound(Result result) {
    if (result.refused() > 0) {
      throw new IllegalStateException(result.refused() + " were not answered");
    }
    return result.perSecond();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static void add(Consumer<Figure> figures, Result result, double bound, String name) {
    figures.accept(Figure.of(name + ", median", result.percentile(0.5), "ms"));
    figures.accept(Figure.atMost(bound, name + ", p99 at 200/s", result.percentile(0.99), "ms"));
    figures.accept(Figure.atMost(0, name + ", not answered", result.refused(), "answers"));
  }

  private void fill(Connection connection, Nation nation) throws Exception {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = off");
      statement.execute("SET maintenance_work_mem = '512MB'");
      statement.execute("SET work_mem = '256MB'");
      CopyIn organs =
          postgres
              .getCopyAPI()
              .copyIn(
                  "COPY organ_state (organ_code, version, digest, name, kind, parent_code) FROM STDIN");
      for (OrganState organ : nation.organs()) {
        write(
            organs,
            new StringBuilder(organ.organCode().value())
                .append("\t1\t\\\\x00\t")
                .append(organ.name())
                .append('\t')
                .append(organ.kind())
                .append('\t')
                .append(organ.parentOrganCode().map(Object::toString).orElse("\\N"))
                .append('\n'));
      }
      organs.endCopy();
      statement.execute("UPDATE organ_revision SET revision = gen_random_uuid()");
      statement.execute("ALTER TABLE application_state DROP CONSTRAINT application_state_pkey");
      statement.execute("DROP INDEX application_state_cell");
      CopyIn states =
          postgres.getCopyAPI().copyIn("COPY application_state (" + STATE_COLUMNS + ") FROM STDIN");
      StringBuilder lines = new StringBuilder();
      nation.newest(
          applications,
          state -> {
            line(lines, state);
            if (lines.length() > FLUSH) {
              write(states, lines);
              lines.setLength(0);
            }
          });
      write(states, lines);
      states.endCopy();
      statement.execute("ALTER TABLE application_state ADD PRIMARY KEY (application_id)");
      statement.execute(
          "CREATE INDEX application_state_cell"
              + " ON application_state (organ_code, outcome, concluded_on)");
      statement.execute(
          """
          INSERT INTO daily_count (organ_code, day, place, n)
          SELECT organ_code, day, place, count(*)
          FROM (SELECT organ_code, received_on AS day, 'NEWLY_RECEIVED' AS form_row, applicant_type
                FROM application_state
                UNION ALL
                SELECT organ_code, concluded_on, outcome, applicant_type
                FROM application_state WHERE outcome IS NOT NULL) counted
          JOIN cell_place USING (form_row, applicant_type)
          GROUP BY organ_code, day, place
          ORDER BY organ_code, day
          """);
      statement.execute("VACUUM ANALYZE");
    }
  }

  static void line(StringBuilder line, ApplicationState state) {
    line.append(state.applicationId())
        .append('\t')
        .append(state.version())
        .append("\t\\\\x0000000000000000000000000000000000000000000000000000000000000000\t")
        .append(state.organCode())
        .append('\t')
        .append(state.applicantType())
        .append('\t')
        .append(state.receivedOn())
        .append('\t')
        .append(state.status())
        .append('\t')
        .append(state.outcome().map(Outcome::name).orElse("\\N"))
        .append('\t')
        .append(state.concludedOn().map(LocalDate::toString).orElse("\\N"))
        .append('\t')
        .append(state.channel())
        .append('\t')
        .append(state.dueOn().map(LocalDate::toString).orElse("\\N"))
        .append("\tf\tf\t")
        .append(state.recordedAt())
        .append('\n');
  }

  static void write(CopyIn copy, CharSequence lines) {
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (java.sql.SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Whether the rows are there from an earlier run, whose data was kept. */
  private boolean isFilled(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM application_state")) {
      row.next();
      return row.getLong(1) >= applications;
    }
  }

  /** Whether there are sums over all subtrees that are worth it. */
  static boolean hasAllSums(Connection connection) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM subtree_root")) {
      row.next();
      return row.getLong(1) == SUBTREES;
    }
  }

  private static void sizes(Connection connection, Consumer<Figure> figures) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT coalesce(pg_partition_root(oid), oid)::regclass,
                       sum(pg_table_size(oid)) / 1048576, sum(pg_indexes_size(oid)) / 1048576
                FROM pg_class WHERE relnamespace = 'statistics'::regnamespace AND relkind = 'r'
                GROUP BY 1 HAVING sum(pg_total_relation_size(oid)) > 1048576 ORDER BY 2 DESC
                """)) {
      while (row.next()) {
        String table = String.format(Locale.ROOT, "size of %s", row.getString(1));
        figures.accept(Figure.of(table, row.getDouble(2), "MB"));
        figures.accept(Figure.of(table + ", indexes", row.getDouble(3), "MB"));
      }
    }
  }
}
