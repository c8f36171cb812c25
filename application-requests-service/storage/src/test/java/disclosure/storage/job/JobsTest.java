package disclosure.storage.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import disclosure.storage.Sql;
import disclosure.storage.TestServer;
import disclosure.storage.Transactions;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two instances work on one database. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class JobsTest {

  private static final JobSettings SETTINGS =
      new JobSettings(
          Duration.ofMillis(20),
          Duration.ofMillis(900),
          Duration.ofMillis(10),
          Duration.ofMillis(200),
          3);

  /** Longer than a piece is put off several times. */
  private static final Duration TIMED_OUT = Duration.ofSeconds(40);

  private static final String TABLES =
      """
      CREATE SCHEMA work;
      CREATE TABLE work.job (
        id uuid PRIMARY KEY, kind text NOT NULL,
        ordered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        total bigint, done bigint NOT NULL DEFAULT 0,
        finished_at timestamptz, cancelled_at timestamptz, owner text);
      CREATE TABLE work.job_piece (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        job_id uuid NOT NULL REFERENCES work.job, key text NOT NULL,
        weight integer NOT NULL DEFAULT 1,
        not_before timestamptz NOT NULL DEFAULT clock_timestamp(),
        claim bigint NOT NULL DEFAULT 0, claimed_until timestamptz,
        attempts integer NOT NULL DEFAULT 0, cause text, parked_at timestamptz,
        UNIQUE (job_id, key));
      CREATE TABLE work.job_turn (
        kind text NOT NULL, owner text NOT NULL, served_at timestamptz NOT NULL,
        PRIMARY KEY (kind, owner));
      CREATE TABLE work.done (key text);
      """;

  private final Jobs jobs = new Jobs("work");
  private final UUID job = UUID.randomUUID();
  private final List<JobWorkers> instances = new ArrayList<>();
  private final Set<String> poison = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Integer> finished = new ConcurrentHashMap<>();
  private volatile boolean out;
  private AgroalDataSource pool;

  @BeforeEach
  void tables() throws Exception {
    pool = TestServer.pool(12);
    TestServer.execute(pool, "DROP SCHEMA IF EXISTS work CASCADE");
    TestServer.execute(pool, TABLES);
  }

  @AfterEach
  void stop() {
    out = false;
    instances.forEach(JobWorkers::close);
    pool.close();
  }

  /** Notes the key of each part, or fails. */
  private class Parts implements JobKind {
    @Override
    public String name() {
      return "parts";
    }

    @Override
    public Result work(Piece piece) throws Exception {
      return (connection, rows) -> {
        note(connection, piece.key());
        return Progress.finished(1);
      };
    }

    @Override
    public void finished(Connection connection, UUID finishedJob) {
      finished.merge(finishedJob, 1, Integer::sum);
    }

    void note(Connection connection, String key) throws SQLException {
      Sql.of(connection, "INSERT INTO work.done VALUES (:key)").with("key", key).update();
      if (poison.contains(key)) {
        throw new IllegalStateException("what it says may be personal: 张三");
      }
    }
  }

  /** Goes over the numbers below a hundred, ten by ten. */
  private class Walk extends Parts {
    private int next;

    @Override
    public Result work(Piece piece) {
      int from = next;
      return (connection, rows) -> {
        if (!piece.isWalk()) {
          rows.each(connection, List.of(piece.key()), key -> key, key -> note(connection, key));
          return Progress.finished(1);
        }
        List<String> some = IntStream.range(from, from + 10).mapToObj(String::valueOf).toList();
        int done = rows.each(connection, some, key -> key, key -> note(connection, key));
        next = from + 10;
        return next < 100 ? Progress.more(done) : Progress.finished(done);
      };
    }
  }

  @Test
  void parts_are_done_once_by_two_instances_and_the_end_is_noticed_once() throws Exception {
    List<String> keys = IntStream.range(0, 60).mapToObj(String::valueOf).toList();
    order(keys);
    instance(new Parts());
    instance(new Parts());
    await().until(() -> progress().finishedAt().isPresent());
    assertThat(done()).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(progress().done()).isEqualTo(60);
    assertThat(finished).containsExactly(Map.entry(job, 1));
  }

  @Test
  void the_last_two_parts_at_once_leave_exactly_one_that_was_the_last() throws Exception {
    order(List.of("1", "2"));
    Piece one = claim();
    Piece two = claim();
    CompletableFuture<Boolean> second;
    boolean first;
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      jobs.claims().hold(connection, one);
      first = jobs.claims().advance(connection, one, Progress.finished(1), Map.of(), SETTINGS);
      second =
          CompletableFuture.supplyAsync(
              () ->
                  transactions()
                      .run(
                          other -> {
                            jobs.claims().hold(other, two);
                            return jobs.claims()
                                .advance(other, two, Progress.finished(1), Map.of(), SETTINGS);
                          }));
      await().until(this::somebodyWaits);
      connection.commit();
    }
    assertThat(List.of(first, second.join())).containsExactly(false, true);
  }

  @Test
  void a_row_that_cannot_be_done_is_parked_and_all_others_are_done() throws Exception {
    poison.addAll(List.of("3", "57"));
    instance(new Walk());
    transactions().run(connection -> ordered(connection));
    await().until(() -> progress().finishedAt().isPresent());
    assertThat(done()).hasSize(98).doesNotContain("3", "57").doesNotHaveDuplicates();
    assertThat(progress().parked()).isEqualTo(2);
    List<ParkedPiece> parked =
        transactions().run(connection -> jobs.parked().list(connection, 0, 10));
    assertThat(parked).extracting(ParkedPiece::key).containsExactly("3", "57");
    assertThat(parked.get(0).attempts()).isEqualTo(3);
    assertThat(parked.get(0).cause())
        .startsWith("IllegalStateException at JobsTest")
        .doesNotContain("张");

    poison.clear();
    boolean retried =
        transactions().run(connection -> jobs.parked().retry(connection, parked.get(0).id()));
    assertThat(retried).isTrue();
    await().until(() -> done().contains("3"));
    await().until(() -> progress().finishedAt().isPresent());
    assertThat(progress().parked()).isOne();
  }

  @Test
  void what_a_killed_instance_had_is_taken_up_and_its_result_comes_too_late() throws Exception {
    order(List.of("1"));
    Piece lost = claim();
    instance(new Parts());
    await().until(() -> progress().finishedAt().isPresent());
    assertThatThrownBy(() -> hold(lost)).isInstanceOf(ClaimLost.class);
    assertThat(done()).containsExactly("1");
  }

  @Test
  void a_result_comes_too_late_while_another_instance_has_the_piece() throws Exception {
    order(List.of("1"));
    Piece lost = claim();
    TestServer.execute(
        pool, "UPDATE work.job_piece SET claimed_until = clock_timestamp() - interval '1 second'");
    Piece taken = claim();
    assertThatThrownBy(() -> hold(lost)).isInstanceOf(ClaimLost.class);
    assertThat(hold(taken)).isTrue();
  }

  private boolean hold(Piece piece) {
    return transactions()
        .run(
            connection -> {
              jobs.claims().hold(connection, piece);
              return true;
            });
  }

  @Test
  void a_claim_is_renewed_while_a_piece_is_worked_on() throws Exception {
    order(List.of("1"));
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(1);
    instance(
        new Parts() {
          @Override
          public Result work(Piece piece) throws Exception {
            taken.countDown();
            go.await();
            return super.work(piece);
          }
        });
    taken.await();
    instance(new Parts());
    String renewed = "SELECT count(*) FROM work.job_piece WHERE claimed_until > clock_timestamp()";
    long claimedFor = System.nanoTime() + 3 * SETTINGS.lease().toNanos();
    await()
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              assertThat(texts(renewed)).containsExactly("1");
              return System.nanoTime() > claimedFor;
            });
    go.countDown();
    await().until(() -> progress().finishedAt().isPresent());
    assertThat(done()).containsExactly("1");
  }

  private void ordered(String client, Optional<String> person, String... keys) {
    UUID ordered = UUID.randomUUID();
    transactions()
        .run(
            connection -> {
              jobs.order(
                  connection,
                  "parts",
                  ordered,
                  Optional.empty(),
                  Stream.of(keys).map(key -> new Jobs.Part(key, 1)).toList(),
                  Duration.ZERO);
              jobs.belongs(connection, ordered, client, person);
              return true;
            });
  }

  private String next(boolean inTurn) {
    return transactions()
        .run(connection -> jobs.claims().claim(connection, "parts", inTurn, Duration.ofMinutes(1)))
        .map(Piece::key)
        .orElse("");
  }

  @Test
  void those_who_order_take_turns_where_the_kind_says_so() {
    ordered("pages", Optional.of("a"), "a1", "a2", "a3", "a4", "a5", "a6");
    assertThat(List.of(next(true), next(true))).containsExactly("a1", "a2");
    ordered("other", Optional.empty(), "b1", "b2");
    ordered("other", Optional.empty(), "b3");
    ordered("pages", Optional.of("c"), "c1");
    assertThat(Stream.generate(() -> next(true)).limit(8))
        .containsExactly("b1", "c1", "a3", "b2", "a4", "b3", "a5", "a6");
    assertThat(next(true)).isEmpty();
  }

  @Test
  void otherwise_what_was_ordered_first_is_next() {
    ordered("a", Optional.empty(), "a1", "a2");
    ordered("b", Optional.empty(), "b1");
    assertThat(List.of(next(false), next(false), next(false))).containsExactly("a1", "a2", "b1");
  }

  @Test
  void a_job_that_a_release_before_ordered_takes_its_turn_too() throws Exception {
    order(List.of("1", "2"));
    ordered("b", Optional.empty(), "b1", "b2");
    assertThat(Stream.generate(() -> next(true)).limit(4)).containsExactly("1", "b1", "2", "b2");
  }

  @Test
  void two_instances_serve_both_however_much_one_has_ordered() throws Exception {
    String[] many = IntStream.range(0, 200).mapToObj(i -> "a" + i).toArray(String[]::new);
    ordered("a", Optional.empty(), many);
    ordered("b", Optional.empty(), "b1", "b2", "b3");
    for (int i = 0; i < 2; i++) {
      instance(
          new Parts() {
            @Override
            public boolean takesTurns() {
              return true;
            }
          });
    }
    await().until(() -> done().size() == 203);
    // Each of the two may be at something of the other's while its turn comes.
    assertThat(done().indexOf("b3")).isLessThan(20);
  }

  @Test
  void whose_turn_was_long_ago_is_forgotten() throws Exception {
    TestServer.execute(
        pool,
        "INSERT INTO work.job_turn SELECT kind, owner, clock_timestamp() - age::interval"
            + " FROM (VALUES ('parts', 'pages old', '25 hours'),"
            + " ('parts', 'pages new', '23 hours'),"
            + " ('others', 'pages old', '25 hours')) was (kind, owner, age)");
    for (boolean turns : List.of(false, true)) {
      CountDownLatch looked = new CountDownLatch(1);
      instance(
          new Parts() {
            @Override
            public boolean takesTurns() {
              return turns;
            }

            @Override
            public void look(Connection connection, Jobs known) {
              looked.countDown();
            }
          });
      looked.await();
      assertThat(texts("SELECT kind || ' ' || owner FROM work.job_turn ORDER BY served_at DESC"))
          .as("takes turns: " + turns)
          .hasSize(turns ? 2 : 3)
          .startsWith("parts pages new")
          .contains("others pages old");
    }
  }

  @Test
  void what_is_postponed_is_taken_up_again_however_often() throws Exception {
    order(List.of("1"));
    AtomicInteger asked = new AtomicInteger();
    instance(
        new Parts() {
          @Override
          public Result work(Piece piece) throws Exception {
            assertThat(piece.attempts()).isZero();
            if (asked.incrementAndGet() <= 2 * SETTINGS.maxAttempts()) {
              throw new Postponed(Duration.ofMillis(5));
            }
            return super.work(piece);
          }
        });
    await().until(() -> progress().finishedAt().isPresent());
    assertThat(done()).containsExactly("1");
  }

  @Test
  void a_kind_may_be_tried_more_often_than_others() throws Exception {
    order(List.of("1"));
    instance(
        new Parts() {
          @Override
          public JobSettings settings(JobSettings usual) {
            return new JobSettings(
                usual.poll(),
                usual.lease(),
                Duration.ofMillis(1),
                usual.afterOutage(),
                2 * SETTINGS.maxAttempts());
          }

          @Override
          public Result work(Piece piece) throws Exception {
            if (piece.attempts() <= SETTINGS.maxAttempts()) {
              throw new IllegalStateException();
            }
            return super.work(piece);
          }
        });
    await().until(() -> progress().finishedAt().isPresent());
    assertThat(done()).containsExactly("1");
  }

  @Test
  void a_kind_that_clears_away_looks_without_workers_and_takes_nothing() throws Exception {
    order(List.of("1"));
    CountDownLatch looks = new CountDownLatch(3);
    instance(
        new Parts() {
          @Override
          public int workers() {
            return 0;
          }

          @Override
          public boolean looksWithoutWorkers() {
            return true;
          }

          @Override
          public void look(Connection connection, Jobs some) {
            looks.countDown();
          }
        });
    assertThat(looks.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(texts("SELECT key FROM work.job_piece WHERE claim = 0")).containsExactly("1");
  }

  @Test
  void what_is_forgotten_is_not_stored_any_more() throws Exception {
    order(List.of("1", "2"));
    Piece piece = claim();
    transactions()
        .run(
            connection -> {
              jobs.forget(connection, job);
              return true;
            });
    assertThatThrownBy(
            () ->
                transactions()
                    .run(
                        connection -> {
                          jobs.claims().hold(connection, piece);
                          return true;
                        }))
        .isInstanceOf(ClaimLost.class);
    assertThat(texts("SELECT id::text FROM work.job")).isEmpty();
  }

  @Test
  void an_outage_counts_against_nobody() throws Exception {
    CountDownLatch met = new CountDownLatch(30);
    order(List.of("1"));
    instance(
        new Parts() {
          @Override
          public Result work(Piece piece) throws Exception {
            out = met.getCount() == 30;
            return super.work(piece);
          }

          @Override
          public void look(Connection connection, Jobs known) {}
        },
        met);
    met.await();
    out = false;
    await().until(() -> progress().finishedAt().isPresent());
    assertThat(done()).containsExactly("1");
  }

  @Test
  void what_is_called_off_while_it_is_worked_on_is_not_stored() throws Exception {
    order(List.of("1"));
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(1);
    instance(
        new Parts() {
          @Override
          public Result work(Piece piece) throws Exception {
            taken.countDown();
            go.await();
            return super.work(piece);
          }
        });
    taken.await();
    boolean cancelled = transactions().run(connection -> jobs.cancel(connection, job));
    assertThat(cancelled).isTrue();
    go.countDown();
    UUID next = UUID.randomUUID();
    transactions()
        .run(
            connection -> {
              jobs.order(
                  connection,
                  "parts",
                  next,
                  Optional.empty(),
                  List.of(new Jobs.Part("after", 1)),
                  Duration.ZERO);
              return true;
            });
    await().until(() -> done().contains("after"));
    assertThat(done()).containsExactly("after");
    assertThat(progress().cancelledAt()).isPresent();
  }

  @Test
  void a_walk_that_is_called_off_stops_at_its_next_part_and_no_other_instance_goes_on()
      throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    Walk walk =
        new Walk() {
          @Override
          public Result work(Piece piece) {
            Result part = super.work(piece);
            return (connection, rows) -> {
              if (done().size() == 10) {
                second.countDown();
                awaitQuietly(go);
              }
              return part.store(connection, rows);
            };
          }
        };
    transactions().run(this::ordered);
    instance(walk);
    instance(walk);
    second.await();
    // The part at hand holds the job until it is stored; the one after it is never begun.
    CompletableFuture<Boolean> cancelled =
        CompletableFuture.supplyAsync(
            () -> transactions().run(connection -> jobs.cancel(connection, job)));
    await().until(this::somebodyWaits);
    go.countDown();
    assertThat(cancelled.join()).isTrue();
    assertThat(progress().cancelledAt()).isPresent();
    assertThat(done()).hasSize(20);
    assertThat(texts("SELECT key FROM work.job_piece")).isEmpty();

    // What comes up by itself isn't begun again at once.
    transactions().run(this::ordered);
    assertThat(texts("SELECT key FROM work.job_piece")).isEmpty();
    List<JobProgress> open =
        transactions().run(connection -> jobs.open(connection, Optional.empty(), 10));
    assertThat(open).isEmpty();
    TestServer.execute(
        pool, "UPDATE work.job SET cancelled_at = cancelled_at - interval '2 hours'");
    transactions().run(this::ordered);
    await().until(() -> progress().finishedAt().isPresent());
    assertThat(done()).hasSize(100);
  }

  @Test
  void what_was_called_off_begins_again_at_once_when_there_is_something_new() throws Exception {
    transactions().run(this::ordered);
    transactions().run(connection -> jobs.cancel(connection, job));
    transactions()
        .run(
            connection -> {
              jobs.allowAgain(connection, job);
              return true;
            });
    transactions().run(this::ordered);
    instance(new Walk());
    await().until(() -> progress().finishedAt().isPresent());
    assertThat(done()).hasSize(100);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void an_error_of_the_virtual_machine_parks_the_piece_and_leaves_the_worker() throws Exception {
    order(List.of("1", "2"));
    instance(
        new Parts() {
          @Override
          void note(Connection connection, String key) throws SQLException {
            if (key.equals("1")) {
              throw new NoClassDefFoundError("what a document needs");
            }
            super.note(connection, key);
          }
        });
    await().until(() -> progress().finishedAt().isPresent());
    assertThat(done()).containsExactly("2");
    List<ParkedPiece> parked =
        transactions().run(connection -> jobs.parked().list(connection, 0, 10));
    assertThat(parked).extracting(ParkedPiece::key).containsExactly("1");
  }

  @Test
  @Tag("slow")
  void a_piece_whose_statement_always_times_out_is_parked_with_its_cause() throws Exception {
    order(List.of("slow", "1"));
    instance(
        new Parts() {
          @Override
          void note(Connection connection, String key) throws SQLException {
            if (key.equals("slow")) {
              Sql.of(connection, "SET LOCAL statement_timeout = 10").update();
              Sql.of(connection, "SELECT pg_sleep(60)").exists();
            }
            super.note(connection, key);
          }
        });
    await().atMost(TIMED_OUT).until(() -> progress().finishedAt().isPresent());
    assertThat(done()).containsExactly("1");
    List<ParkedPiece> parked =
        transactions().run(connection -> jobs.parked().list(connection, 0, 10));
    assertThat(parked).extracting(ParkedPiece::key).containsExactly("slow");
    assertThat(parked.get(0).cause()).startsWith("PSQLException 57014");
    assertThat(parked.get(0).attempts()).isEqualTo(SETTINGS.maxAttempts());
  }

  @Test
  @Tag("slow")
  void a_row_whose_statement_always_times_out_holds_up_no_other() throws Exception {
    transactions().run(this::ordered);
    instance(
        new Walk() {
          @Override
          void note(Connection connection, String key) throws SQLException {
            if (key.equals("57")) {
              Sql.of(connection, "SET LOCAL statement_timeout = 10").update();
              Sql.of(connection, "SELECT pg_sleep(60)").exists();
            }
            super.note(connection, key);
          }
        });
    await().atMost(TIMED_OUT).until(() -> progress().finishedAt().isPresent());
    await().atMost(TIMED_OUT).until(() -> progress().parked() == 1);
    assertThat(done()).hasSize(99).doesNotContain("57").doesNotHaveDuplicates();
  }

  /** Keeps its transaction waiting until the server ends it. */
  private void standStill(Connection connection) throws SQLException {
    Sql.of(connection, "SET LOCAL idle_in_transaction_session_timeout = 10").update();
    int session = Sql.of(connection, "SELECT pg_backend_pid()").one(Integer.class);
    await()
        .until(
            () ->
                transactions()
                    .run(
                        other ->
                            !Sql.of(other, "SELECT 1 FROM pg_stat_activity WHERE pid = :session")
                                .with("session", session)
                                .exists()));
  }

  @Test
  @Tag("slow")
  void a_row_that_is_calculated_for_too_long_is_parked_and_holds_up_no_other() throws Exception {
    transactions().run(this::ordered);
    instance(
        new Walk() {
          @Override
          void note(Connection connection, String key) throws SQLException {
            if (key.equals("57")) {
              standStill(connection);
            }
            super.note(connection, key);
          }
        });
    await().atMost(TIMED_OUT).until(() -> progress().finishedAt().isPresent());
    await().atMost(TIMED_OUT).until(() -> progress().parked() == 1);
    assertThat(done()).hasSize(99).doesNotContain("57").doesNotHaveDuplicates();
    List<ParkedPiece> parked =
        transactions().run(connection -> jobs.parked().list(connection, 0, 10));
    assertThat(parked.get(0).cause()).startsWith("PSQLException 25P03");
  }

  @Test
  void a_lasting_fault_of_a_kind_is_told_once_and_once_that_it_is_over() {
    Queue<String> told = new ConcurrentLinkedQueue<>();
    AtomicInteger looks = new AtomicInteger();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            told.add(line.getLevel().getName());
          }

          @Override
          public void flush() {
            // Nothing is held back.
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    Logger log = Logger.getLogger(JobWorkers.class.getName());
    log.addHandler(handler);
    try {
      instance(
          new Parts() {
            @Override
            public void look(Connection connection, Jobs known) {
              if (looks.incrementAndGet() < 10) {
                throw new IllegalStateException("always");
              }
            }
          });
      await().until(() -> told.contains("INFO"));
    } finally {
      log.removeHandler(handler);
    }
    assertThat(told).containsExactly("ERROR", "INFO");
  }

  @Test
  void what_is_ordered_here_is_begun_as_soon_as_that_is_stored() throws Exception {
    JobSettings seldom =
        new JobSettings(
            Duration.ofMinutes(10),
            SETTINGS.lease(),
            Duration.ofSeconds(1),
            SETTINGS.afterOutage(),
            4);
    CountDownLatch looked = new CountDownLatch(1);
    instance(
        new Parts() {
          @Override
          public void look(Connection connection, Jobs known) {
            looked.countDown();
          }
        },
        seldom);
    looked.await();

    try (Connection ordering = pool.getConnection()) {
      ordering.setAutoCommit(false);
      ordered(ordering);
      await().during(Duration.ofMillis(300)).until(() -> done().isEmpty());
      ordering.commit();
    }

    await().atMost(Duration.ofSeconds(10)).until(() -> done().size() == 1);
  }

  @Test
  void stopping_gives_back_what_would_take_longer() throws Exception {
    order(List.of("1"));
    CountDownLatch taken = new CountDownLatch(1);
    instance(
        new Parts() {
          @Override
          public Result work(Piece piece) throws Exception {
            taken.countDown();
            new CountDownLatch(1).await();
            return super.work(piece);
          }
        });
    taken.await();
    instances.forEach(JobWorkers::close);
    assertThat(texts("SELECT attempts FROM work.job_piece WHERE claimed_until IS NULL"))
        .containsExactly("0");
  }

  private boolean ordered(Connection connection) throws SQLException {
    jobs.order(connection, "parts", job, Duration.ZERO);
    return true;
  }

  private void order(List<String> keys) {
    transactions()
        .run(
            connection -> {
              jobs.order(
                  connection,
                  "parts",
                  job,
                  Optional.of((long) keys.size()),
                  keys.stream().map(key -> new Jobs.Part(key, 1)).toList(),
                  Duration.ZERO);
              return true;
            });
  }

  private Piece claim() {
    return transactions()
        .run(connection -> jobs.claims().claim(connection, "parts", false, SETTINGS.lease()))
        .orElseThrow();
  }

  private void instance(JobKind kind) {
    instance(kind, SETTINGS);
  }

  private void instance(JobKind kind, JobSettings settings) {
    instance(kind, settings, new CountDownLatch(0));
  }

  private void instance(JobKind kind, CountDownLatch refused) {
    instance(kind, SETTINGS, refused);
  }

  private void instance(JobKind kind, JobSettings settings, CountDownLatch refused) {
    DataSource database =
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  if (out) {
                    refused.countDown();
                    throw new SQLException("", "08006");
                  }
                  return method.invoke(pool, arguments);
                });
    Transactions results = new Transactions(database);
    JobTransactions transactions =
        new JobTransactions() {
          @Override
          public <T> T run(Transactions.Work<T> work) {
            return results.run(work);
          }
        };
    JobWorkers workers =
        new JobWorkers(
            database, jobs, transactions, List.of(kind), settings, new SimpleMeterRegistry());
    instances.add(workers);
    workers.start();
  }

  private JobProgress progress() {
    return transactions().run(connection -> jobs.progress(connection, job)).orElseThrow();
  }

  private List<String> done() {
    return texts("SELECT key FROM work.done");
  }

  private boolean somebodyWaits() {
    return texts("SELECT count(*) FROM pg_locks WHERE NOT granted").equals(List.of("1"));
  }

  private List<String> texts(String query) {
    return transactions().run(connection -> Sql.of(connection, query).list(String.class));
  }

  private Transactions transactions() {
    return new Transactions(pool);
  }
}
