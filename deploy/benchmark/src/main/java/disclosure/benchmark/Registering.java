package disclosure.benchmark;

import disclosure.benchmark.Load.Call;
import disclosure.benchmark.Load.Result;
import disclosure.local.launcher.ServiceProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The register: durable single posts beside a bare endpoint with one INSERT of the same bytes,
 * batches beside multi-row inserts of the same rows, and the relay.
 */
final class Registering implements Scenario {

  private static final String SINGLE_SHARE = "single posts, as a share of these";
  private static final String BATCH_SHARE = "batch lines, as a share of these";

  /** As it was found on 2026-11-30. */
  private static final String WHY_NOT_SINGLE =
      "a post takes some 600 µs of the two processors where the bare endpoint takes 300, and "
          + "0.8 would leave it 380. By a profile under load, 72% of that is the register's (HTTP "
          + "and JSON about half of it, the transaction a fifth, no place more than some "
          + "hundredths) and 20% PostgreSQL's, which makes 17 entries of indexes where the bare "
          + "endpoint makes one, and two more when the relay has sent the event. Nothing of our "
          + "own stands out: to read and check a post takes 6 µs of processor time (9 before usual "
          + "texts were taken by a short way), and to prepare it, with the clock, three "
          + "encryptions and four keyed digests, 14. It would take fewer layers between the socket "
          + "and the resource, and fewer indexes. Not measured yet: filters that wait for the body "
          + "without Mutiny, fewer event loops, one group at a time";

  /** The same. */
  private static final String WHY_NOT_BATCH =
      "a line takes some 300 µs of the two processors, and 0.5 would leave it 220. The floor "
          + "writes one table from rows that it has ready; a line has to be read and prepared (20 "
          + "µs of processor time) and answered, has an audit entry and an event beside it, is "
          + "compared by number and request with what is there, and is relayed meanwhile on the "
          + "same processors. It would take fewer indexes on applications, where a new one has 12 "
          + "entries, and an audit trail and an outbox with none";

  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofSeconds(8);
  private static final int CONNECTIONS = 32;

  /**
   * Both endpoints are warmed alike, until the compiler is done with them, which takes it more than
   * two minutes; and over few connections: many busy threads leave the compiler no time on two
   * cores, and then it is the interpreter that is measured.
   */
  private static final Duration WARM_UP =
      Duration.ofSeconds(Integer.getInteger("disclosure.warm", 200));

  private static final int WARM_UP_CONNECTIONS = 4;
  private static final int LINES_A_ROUND = 20_000;
  private static final int EVENTS = 200_000;

  /** Rows in one INSERT and one transaction, as many as a batch takes at a time. */
  private static final int CHUNK = 200;

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int lines;
  private final Posts posts = new Posts();

  /**
   * @param lines of the batch whose heap is looked at
   */
  Registering(int lines) {
    this.lines = lines;
  }

  @Override
  public String name() {
    return "registering";
  }

  @Override
  public List<Goal> goals() {
    return List.of(
        Goal.atLeast(0.8, SINGLE_SHARE).because(WHY_NOT_SINGLE),
        Goal.atLeast(0.5, BATCH_SHARE).because(WHY_NOT_BATCH));
  }

  @Override
  public void run(Servers servers, Consumer<Figure> figures) throws Exception {
    try (Connection floor = servers.owner("floor");
        Statement statement = floor.createStatement()) {
      Posts.table(statement);
    }
    ServiceProcess bare = servers.service("deploy/floor", "floor", 512);
    ServiceProcess register = servers.service("application-requests-service", "requests", 512);
    String token = servers.token();
    posts.organ(register.url(), new Client(token));
    singles(servers, bare, register, token, figures);
    bare.close();
    try (Connection connection = servers.owner("requests")) {
      batches(servers, register, token, connection, figures);
      relay(connection, figures);
      largeBatch(register, token, figures);
    }
  }

  private void singles(
      Servers servers,
      ServiceProcess bare,
      ServiceProcess register,
      String token,
      Consumer<Figure> figures)
      throws Exception {
    Cost ofInserts = new Cost(servers, bare.pid());
    Cost ofPosts = new Cost(servers, register.pid());
    List<Double> inserts = new ArrayList<>();
    List<Double> posted = new ArrayList<>();
    IntFunction<Call> insert = i -> posts.toFloor(bare.url());
    IntFunction<Call> post = i -> posts.toRegister(register.url());
    try (Load load = new Load(token, WARM_UP_CONNECTIONS)) {
      load.saturate(WARM_UP, insert);
      load.saturate(WARM_UP, post);
    }
    try (Load load = new Load(token, CONNECTIONS)) {
      load.saturate(ROUND, insert);
      load.saturate(ROUND, post);
      for (int round = 0; round < ROUNDS; round++) {
        inserts.add(ofInserts.of(() -> sound(load.saturate(ROUND, insert))).perSecond());
        posted.add(ofPosts.of(() -> sound(load.saturate(ROUND, post))).perSecond());
      }
    }
    Figure floor =
        Figure.of("bare endpoint with one INSERT", median(inserts), "posts/s").rounds(inserts);
    figures.accept(floor);
    figures.accept(
        Figure.of("durable single posts", median(posted), "posts/s").rounds(posted).beside(floor));
    figures.accept(
        Figure.atLeast(0.6, SINGLE_SHARE, median(posted) / median(inserts), "ratio")
            .rounds(shares(posted, inserts)));
    ofInserts.each("an insert", "the bare endpoint", figures);
    ofPosts.each("a post", "the register", figures);
  }

  /** What rounds take of the processors. */
  private static final class Cost {

    private final Servers servers;
    private final List<Long> service;
    private ProcessorTime.Taken taken = ProcessorTime.Taken.NOTHING;
    private double answers;

    /**
     * @param service whose process answers
     */
    Cost(Servers servers, Long... service) {
      this.servers = servers;
      this.service = List.of(service);
    }

    Result of(Callable<Result> round) throws Exception {
      ProcessorTime time = ProcessorTime.of(servers.postgresPid(), service);
      Result result = round.call();
      taken = taken.plus(time.taken());
      answers += result.nanos().length;
      return result;
    }

    /** The same for a round that tells how many seconds it took. */
    double lines(int lines, Callable<Double> round) throws Exception {
      ProcessorTime time = ProcessorTime.of(servers.postgresPid(), service);
      double seconds = round.call();
      taken = taken.plus(time.taken());
      answers += lines;
      return seconds;
    }

    void each(String whose, String name, Consumer<Figure> figures) {
      taken.each(answers, whose, name, figures);
    }
  }

  private void batches(
      Servers servers,
      ServiceProcess register,
      String token,
      Connection connection,
      Consumer<Figure> figures)
      throws Exception {
    Cost ofInserts = new Cost(servers);
    Cost ofLines = new Cost(servers, register.pid());
    List<Double> posted = new ArrayList<>();
    List<Double> inserted = new ArrayList<>();
    post(register, token, LINES_A_ROUND);
    insert(connection);
    for (int round = 0; round < ROUNDS; round++) {
      allRelayed(connection);
      posted.add(
          LINES_A_ROUND / ofLines.lines(LINES_A_ROUND, () -> post(register, token, LINES_A_ROUND)));
      allRelayed(connection);
      inserted.add(LINES_A_ROUND / ofInserts.lines(LINES_A_ROUND, () -> insert(connection)));
    }
    Figure floor =
        Figure.of("multi-row inserts of the same rows", median(inserted), "lines/s")
            .rounds(inserted);
    figures.accept(floor);
    figures.accept(
        Figure.of("lines of a batch", median(posted), "lines/s").rounds(posted).beside(floor));
    figures.accept(
        Figure.atLeast(0.35, BATCH_SHARE, median(posted) / median(inserted), "ratio")
            .rounds(shares(posted, inserted)));
    ofInserts.each("a row of these inserts, read before", "", figures);
    ofLines.each("a line of a batch", "the register", figures);
  }

  /** Round by round, since the machine's speed changes from one to the next. */
  private static List<Double> shares(List<Double> ours, List<Double> floors) {
    return IntStream.range(0, ours.size())
        .mapToObj(round -> ours.get(round) / floors.get(round))
        .toList();
  }

  /** How long the applications that were stored last take by INSERT of many rows at a time. */
  private static double insert(Connection connection) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    int columns;
    try (Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS floor_row");
      statement.execute("CREATE TABLE floor_row (LIKE application INCLUDING ALL)");
      try (ResultSet row =
          statement.executeQuery(
              "SELECT * FROM application ORDER BY id DESC LIMIT " + LINES_A_ROUND)) {
        columns = row.getMetaData().getColumnCount();
        while (row.next()) {
          Object[] cells = new Object[columns];
          for (int i = 0; i < columns; i++) {
            cells[i] = row.getObject(i + 1);
          }
          rows.add(cells);
        }
      }
    }
    connection.setAutoCommit(false);
    String places = String.join(", ", Collections.nCopies(columns, "?"));
    long start = System.nanoTime();
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO floor_row VALUES (" + places + ")")) {
      for (int i = 0; i < rows.size(); i++) {
        for (int column = 0; column < columns; column++) {
          insert.setObject(column + 1, rows.get(i)[column]);
        }
        insert.addBatch();
        if (i % CHUNK == CHUNK - 1 || i == rows.size() - 1) {
          insert.executeBatch();
          connection.commit();
        }
      }
    }
    double seconds = seconds(start);
    connection.setAutoCommit(true);
    return seconds;
  }

  private static void relay(Connection connection, Consumer<Figure> figures) throws Exception {
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      rates.add(relayed(connection));
    }
    figures.accept(
        Figure.atLeast(20_000, "events relayed to Kafka", median(rates), "events/s").rounds(rates));
  }

  /** Events a second, from when a tenth of them is through. */
  private static double relayed(Connection connection) throws Exception {
    allRelayed(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          INSERT INTO outbox (topic, key, version, data, recorded_at)
          SELECT topic, gen_random_uuid()::text, version, data, recorded_at
          FROM (SELECT * FROM outbox WHERE topic = 'disclosure.applications' LIMIT 20000) sent,
               generate_series(1, ROUNDS)
          """
              .replace("ROUNDS", Integer.toString(EVENTS / 20_000)));
    }
    Wait.until(Duration.ofMinutes(5), () -> waiting(connection) < EVENTS * 9 / 10);
    long before = waiting(connection);
    long start = System.nanoTime();
    allRelayed(connection);
    return before / seconds(start);
  }

  private static void allRelayed(Connection connection) throws Exception {
    Wait.until(Duration.ofMinutes(5), () -> !isAnyWaiting(connection));
  }

  private void largeBatch(ServiceProcess register, String token, Consumer<Figure> figures)
      throws Exception {
    AtomicBoolean running = new AtomicBoolean(true);
    CompletableFuture<Double> most =
        CompletableFuture.supplyAsync(() -> mostHeap(register, running));
    double seconds = post(register, token, lines);
    running.set(false);
    figures.accept(
        Figure.of(
            String.format(Locale.ROOT, "batch of %,d lines, with 512 MB of heap", lines),
            lines / seconds,
            "lines/s"));
    figures.accept(Figure.atMost(512, "most heap in use while it ran", most.join(), "MB"));
    figures.accept(Figure.atMost(512, "heap in use after it", heap(register), "MB"));
  }

  /** Sends a batch, reads its answers, and gives the seconds it took. */
  private double post(ServiceProcess register, String token, int count) throws Exception {
    Iterator<String> all = Stream.generate(posts::line).limit(count).iterator();
    long start = System.nanoTime();
    long stored = BatchCall.stored(URI.create(register.url() + "/applications/batch"), token, all);
    if (stored != count) {
      throw new IllegalStateException(stored + " of " + count + " lines were stored");
    }
    return seconds(start);
  }

  /** Looked at twice a second. */
  private static double mostHeap(ServiceProcess register, AtomicBoolean running) {
    double most = 0;
    try {
      while (running.get()) {
        most = Math.max(most, heap(register));
        Thread.sleep(500);
      }
    } catch (Exception failure) {
      throw new IllegalStateException("the heap can't be looked at", failure);
    }
    return most;
  }

  private static double heap(ServiceProcess register) throws Exception {
    HttpResponse<String> metrics =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(register.managementUrl() + "/q/metrics")).build(),
            HttpResponse.BodyHandlers.ofString());
    return metrics
            .body()
            .lines()
            .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum()
        / (1024 * 1024);
  }

  private static long waiting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM outbox_waiting")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static boolean isAnyWaiting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM outbox_waiting)")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Result sound(Result result) {
    if (result.refused() > 0) {
      throw new IllegalStateException(result.refused() + " posts were refused");
    }
    return result;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
