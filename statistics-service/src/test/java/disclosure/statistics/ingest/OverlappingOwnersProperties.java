package disclosure.statistics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.CloudEventHeader;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Topic;
import disclosure.statistics.Register;
import disclosure.statistics.cell.TestCells;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.matrix.TestTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Two owners on each of two partitions that carry the same applications, each in an order of its
 * own, go back and ahead at random. Whatever they do to each other, every cell is right in the end.
 */
@Tag("slow")
class OverlappingOwnersProperties {

  private static final int APPLICATIONS = 200;
  private static final int PERIODS = 6;

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  @Tag("soak")
  @Tag("rounds")
  void every_cell_is_right_in_many_more_races(@ForAll long seed) throws Exception {
    every_cell_of_every_period_is_right(seed);
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void every_cell_of_every_period_is_right(@ForAll long seed) throws Exception {
    DataSource database = CountingDatabase.empty().asService();
    Random random = new Random(seed);
    List<List<ApplicationState>> histories = new RandomHistories(random).of(APPLICATIONS);
    List<List<IncomingEvent>> logs = List.of(log(histories, random), log(histories, random));

    Owner.Situations met = race(database, logs, random);

    assertThat(met.redelivered()).isGreaterThan(logs.get(0).size() / 10);
    assertThat(met.gaps()).isPositive();
    Recount recount =
        new Recount(histories.stream().map(versions -> versions.get(versions.size() - 1)).toList());
    try (Connection connection = database.getConnection()) {
      for (int partition = 0; partition < logs.size(); partition++) {
        List<IncomingEvent> log = logs.get(partition);
        assertThat(Positions.find(connection, Topic.APPLICATIONS, partition))
            .contains(new Positions.Position(Owner.TOPIC_ID, log.get(log.size() - 1).offset() + 1));
      }
      for (int i = 0; i < PERIODS; i++) {
        Set<OrganCode> organs = organs(random);
        Period period = period(random);
        assertEveryCell(TestTables.matrix(connection, organs, period), recount, organs, period);
        assertProof(connection, recount, organs, period, Optional.empty(), random);
        Instant moment = histories.get(i).get(0).recordedAt().plusSeconds(86_400L * 20 * i);
        Recount known = Recount.knownAt(histories, moment);
        assertEveryCell(
            TestTables.matrix(connection, organs, period, moment), known, organs, period);
        assertProof(connection, known, organs, period, Optional.of(moment), random);
      }
    }
  }

  private static Owner.Situations race(
      DataSource database, List<List<IncomingEvent>> logs, Random random) throws Exception {
    try (Connection connection = database.getConnection()) {
      for (int partition = 0; partition < logs.size(); partition++) {
        Positions.create(
            connection,
            Topic.APPLICATIONS,
            partition,
            Owner.TOPIC_ID,
            logs.get(partition).get(0).offset());
      }
    }
    ExecutorService owners = Executors.newFixedThreadPool(4);
    try {
      List<Future<Owner.Situations>> running = new ArrayList<>();
      for (int owner = 0; owner < 4; owner++) {
        int partition = owner % 2;
        running.add(
            owners.submit(new Owner(database, partition, logs.get(partition), random.nextLong())));
      }
      Owner.Situations met = new Owner.Situations(0, 0, 0);
      for (Future<Owner.Situations> owner : running) {
        met = met.plus(owner.get());
      }
      return met;
    } finally {
      owners.shutdownNow();
    }
  }

  /** The applications behind a cell are those that the recount finds, each once. */
  private static void assertProof(
      Connection connection,
      Recount recount,
      Set<OrganCode> organs,
      Period period,
      Optional<Instant> knownAt,
      Random random)
      throws SQLException {
    FormRow row = FormRow.values()[random.nextInt(FormRow.values().length)];
    Optional<ApplicantType> column =
        Optional.of(ApplicantType.values()[random.nextInt(ApplicantType.values().length)])
            .filter(type -> random.nextBoolean());
    int page = 1 + random.nextInt(30);
    for (int others : new int[] {0, 100}) {
      List<UUID> ids =
          TestCells.ids(connection, organs, others, period, knownAt, row, column, page);
      assertThat(ids)
          .as("with %d organs that have nothing", others)
          .containsExactlyInAnyOrderElementsOf(recount.ids(organs, period, row, column));
    }
  }

  private static void assertEveryCell(
      List<MatrixRow> rows, Recount recount, Set<OrganCode> organs, Period period) {
    assertThat(rows).extracting(MatrixRow::code).containsExactly(FormRow.values());
    List<String> wrong = new ArrayList<>();
    for (MatrixRow row : rows) {
      for (ApplicantType type : ApplicantType.values()) {
        long counted = row.counts().of(type);
        long expected = recount.cell(organs, period, row.code(), type);
        if (counted != expected) {
          wrong.add(row.code() + "/" + type + " " + counted + " instead of " + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Set<OrganCode> organs(Random random) {
    List<OrganCode> organs = new ArrayList<>(RandomHistories.ORGANS);
    Collections.shuffle(organs, random);
    return Set.copyOf(organs.subList(0, 1 + random.nextInt(organs.size())));
  }

  private static Period period(Random random) {
    LocalDate from = RandomHistories.FIRST_DAY.plusDays(random.nextInt(RandomHistories.DAYS + 60));
    return new Period(from, from.plusDays(random.nextInt(400)));
  }

  /** Half of the partitions' readers see versions in order, half see some late and some twice. */
  private static List<IncomingEvent> log(List<List<ApplicationState>> histories, Random random) {
    List<ApplicationState> events = new ArrayList<>();
    boolean inOrder = random.nextBoolean();
    for (List<ApplicationState> versions : histories) {
      events.addAll(versions);
      events.add(versions.get(random.nextInt(versions.size())));
    }
    Collections.shuffle(events, random);
    if (inOrder) {
      events.sort(java.util.Comparator.comparing(ApplicationState::recordedAt));
    }
    List<IncomingEvent> log = new ArrayList<>();
    long offset = random.nextInt(100);
    for (ApplicationState state : events) {
      log.add(event(offset, state));
      offset += 1 + random.nextInt(3);
    }
    return log;
  }

  private static IncomingEvent event(long offset, ApplicationState state) {
    String id = state.applicationId().toString();
    return new IncomingEvent(
        offset,
        Optional.of(0),
        Optional.of(id),
        Map.of(
            CloudEventHeader.SPEC_VERSION.header(),
            CloudEventHeader.VERSION_1,
            CloudEventHeader.TYPE.header(),
            Topic.APPLICATIONS.eventType(),
            CloudEventHeader.SUBJECT.header(),
            id),
        Optional.of(Register.json(state)));
  }
}
