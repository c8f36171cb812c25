package disclosure.statistics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.CloudEventHeader;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.OrganTerm;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.Topic;
import disclosure.statistics.Register;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.matrix.TestTables;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import disclosure.statistics.rollup.TestRollUps;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Applications are counted and organs move, begin and end, while sums over subtrees are brought up
 * to date beside it. Whenever there is a sum, it gives what counting every organ gives.
 */
@Tag("slow")
class SubtreeSumsProperties {

  private static final LocalDate FIRST_DAY = LocalDate.of(2023, 10, 1);
  private static final int DAYS = 500;
  private static final int STEPS = 60;
  private static final List<OrganCode> ORGANS =
      java.util.stream.IntStream.range(0, 12)
          .mapToObj(
              i ->
                  new OrganCode(
                      TestOrgans.coded(String.format(Locale.ROOT, "1114112401290%04d", i))))
          .toList();

  private final Map<UUID, ApplicationState> newest = new HashMap<>();
  private final Map<OrganCode, Long> versions = new HashMap<>();
  private final Map<Topic, Long> offsets = new HashMap<>();

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void sums_are_what_counting_gives(@ForAll long seed) throws Exception {
    newest.clear();
    versions.clear();
    offsets.clear();
    DataSource database = CountingDatabase.empty().asService();
    try (Connection connection = database.getConnection()) {
      Positions.create(connection, Topic.APPLICATIONS, 0, Owner.TOPIC_ID, 0);
      Positions.create(connection, Topic.ORGANS, 0, Owner.TOPIC_ID, 0);
    }
    Random random = new Random(seed);
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService background = Executors.newSingleThreadExecutor();
    try {
      Future<?> updates =
          background.submit(
              () -> {
                while (!done.get()) {
                  TestRollUps.update(database, 2);
                }
                return null;
              });
      BatchTransaction transaction = new BatchTransaction(database);
      int summed = 0;
      for (int step = 0; step < STEPS; step++) {
        if (random.nextInt(4) == 0) {
          transaction.apply(batch(Topic.ORGANS, List.of(organ(random))));
        } else {
          List<Record> states = new ArrayList<>();
          for (int i = random.nextInt(20); i >= 0; i--) {
            states.add(application(random));
          }
          transaction.apply(batch(Topic.APPLICATIONS, states));
        }
        summed += check(database, random);
      }
      done.set(true);
      updates.get();
      TestRollUps.update(database, 1);
      for (int i = 0; i < ORGANS.size(); i++) {
        summed += check(database, random);
      }
      assertThat(summed).isPositive();
    } finally {
      done.set(true);
      background.shutdown();
    }
  }

  /** Returns 1 when there was a sum to compare. */
  private static int check(DataSource database, Random random) {
    OrganCode root = ORGANS.get(random.nextInt(ORGANS.size()));
    LocalDate from = FIRST_DAY.plusDays(random.nextInt(DAYS));
    Period period = new Period(from, from.plusDays(random.nextInt(400)));
    return Snapshot.of(
        database,
        connection -> {
          OrganTree tree = OrganTrees.read(connection);
          Optional<List<MatrixRow>> summed =
              TestRollUps.find(connection, tree, root.value(), period);
          if (summed.isPresent()) {
            List<OrganCode> organs =
                tree.subtree(root.value(), period.to()).stream().map(OrganCode::new).toList();
            assertThat(summed.get()).isEqualTo(TestTables.matrix(connection, organs, period));
          }
          return summed.isPresent() ? 1 : 0;
        });
  }

  private ApplicationState application(Random random) {
    Optional<ApplicationState> known =
        random.nextInt(3) == 0 ? newest.values().stream().findAny() : Optional.empty();
    LocalDate received =
        known.map(ApplicationState::receivedOn).orElse(FIRST_DAY.plusDays(random.nextInt(DAYS)));
    boolean concluded = random.nextBoolean();
    ApplicationState state =
        new ApplicationState(
            known.map(ApplicationState::applicationId).orElseGet(UUID::randomUUID),
            known.map(ApplicationState::version).orElse(0L) + 1,
            ORGANS.get(random.nextInt(ORGANS.size())),
            ApplicantType.values()[random.nextInt(ApplicantType.values().length)],
            Channel.POST,
            received,
            concluded
                ? ApplicationStatus.CONCLUDED
                : random.nextInt(9) == 0 ? ApplicationStatus.VOIDED : ApplicationStatus.IN_PROGRESS,
            concluded
                ? Optional.of(Outcome.values()[random.nextInt(Outcome.values().length)])
                : Optional.empty(),
            concluded ? Optional.of(received.plusDays(random.nextInt(90))) : Optional.empty(),
            Optional.empty(),
            false,
            false,
            false,
            Instant.EPOCH);
    newest.put(state.applicationId(), state);
    return state;
  }

  private OrganState organ(Random random) {
    OrganCode code = ORGANS.get(random.nextInt(ORGANS.size()));
    Optional<OrganCode> parent =
        Optional.of(ORGANS.get(random.nextInt(ORGANS.size())))
            .filter(other -> !other.equals(code) && random.nextInt(6) > 0);
    Optional<LocalDate> begins =
        Optional.of(FIRST_DAY.plusDays(random.nextInt(DAYS))).filter(day -> random.nextInt(4) == 0);
    Optional<LocalDate> ends =
        Optional.of(FIRST_DAY.plusDays(DAYS + random.nextInt(DAYS)))
            .filter(day -> random.nextInt(4) == 0);
    Optional<OrganCode> successor =
        Optional.of(ORGANS.get(random.nextInt(ORGANS.size())))
            .filter(other -> !other.equals(code) && ends.isPresent() && random.nextBoolean());
    return new OrganState(
        code,
        versions.merge(code, 1L, Long::sum),
        "某局",
        OrganKind.DEPARTMENT,
        parent,
        begins,
        ends,
        successor,
        formerly(random, code, begins),
        Instant.EPOCH);
  }

  private static List<OrganTerm> formerly(
      Random random, OrganCode code, Optional<LocalDate> begins) {
    List<OrganTerm> terms = new ArrayList<>();
    LocalDate until = begins.orElse(FIRST_DAY);
    for (int i = random.nextInt(3); i > 0; i--) {
      until = until.plusDays(1 + random.nextInt(DAYS / 4));
      if (until.isBefore(FIRST_DAY.plusDays(DAYS))) {
        terms.add(
            new OrganTerm(
                until,
                "旧名",
                OrganKind.DEPARTMENT,
                Optional.of(ORGANS.get(random.nextInt(ORGANS.size())))
                    .filter(other -> !other.equals(code) && random.nextInt(4) > 0)));
      }
    }
    return terms;
  }

  private PartitionBatch batch(Topic topic, List<? extends Record> states) {
    long from = offsets.getOrDefault(topic, 0L);
    List<IncomingEvent> events = new ArrayList<>();
    for (Record state : states) {
      String id =
          state instanceof ApplicationState application
              ? application.applicationId().toString()
              : ((OrganState) state).organCode().value();
      events.add(
          new IncomingEvent(
              from + events.size(),
              Optional.of(0),
              Optional.of(id),
              Map.of(
                  CloudEventHeader.SPEC_VERSION.header(),
                  CloudEventHeader.VERSION_1,
                  CloudEventHeader.TYPE.header(),
                  topic.eventType(),
                  CloudEventHeader.SUBJECT.header(),
                  id),
              Optional.of(Register.json(state))));
    }
    offsets.put(topic, from + events.size());
    return new PartitionBatch(topic, Owner.TOPIC_ID, 0, from, events);
  }
}
