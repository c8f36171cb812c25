package disclosure.statistics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.CloudEventHeader;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.DisputeState;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Topic;
import disclosure.statistics.Register;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.matrix.TestTables;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A year of corrections, recorded after the year that they are about was closed, some of which
 * arrive late or twice. Asked as it was known at fifty moments of that year, the closed year is
 * what had been recorded by then.
 */
class LateCorrectionsIT {

  private static final int MOMENTS = 50;
  private static final int BATCH = 100;
  private static final Set<OrganCode> ORGANS = Set.copyOf(RandomHistories.ORGANS.subList(0, 2));

  @Test
  void a_closed_year_is_at_fifty_moments_what_was_recorded_by_then() throws Exception {
    Random random = new Random(20250331);
    List<List<ApplicationState>> applications = new RandomHistories(random, 120).of(400);
    List<List<DisputeState>> disputes = disputes(random, 120);
    DataSource database = CountingDatabase.empty().asService();
    apply(database, Topic.APPLICATIONS, log(applications, random));
    apply(database, Topic.DISPUTES, log(disputes, random));

    Period year = Period.ofYear(2024);
    int differing = 0;
    List<MatrixRow> last = List.of();
    try (Connection connection = database.getConnection()) {
      for (int i = 0; i <= MOMENTS; i++) {
        Instant moment = RandomHistories.FIRST_RECORD.plusSeconds(i * 365L * 86_400 / MOMENTS);
        List<MatrixRow> rows = TestTables.matrix(connection, ORGANS, year, moment);
        assertMatrix(rows, Recount.knownAt(applications, moment), year);
        assertDisputes(
            TestTables.disputes(connection, ORGANS, year, Optional.of(moment)),
            known(disputes, moment),
            year);
        differing += rows.equals(last) ? 0 : 1;
        last = rows;
      }
      assertThat(TestTables.matrix(connection, ORGANS, year, Instant.parse("2030-01-01T00:00:00Z")))
          .isEqualTo(TestTables.matrix(connection, ORGANS, year));
      assertThat(
              TestTables.disputes(
                  connection, ORGANS, year, Optional.of(Instant.parse("2030-01-01T00:00:00Z"))))
          .isEqualTo(TestTables.disputes(connection, ORGANS, year, Optional.empty()));
    }
    // Otherwise nothing was corrected in between, and the moments prove nothing.
    assertThat(differing).isGreaterThan(40);
  }

  private static void assertMatrix(List<MatrixRow> rows, Recount recount, Period year) {
    for (MatrixRow row : rows) {
      for (ApplicantType type : ApplicantType.values()) {
        assertThat(row.counts().of(type))
            .as("%s %s", row.code(), type)
            .isEqualTo(recount.cell(ORGANS, year, row.code(), type));
      }
    }
    assertThat(rows).extracting(MatrixRow::code).containsExactly(FormRow.values());
  }

  private static void assertDisputes(List<DisputeRow> rows, List<DisputeState> known, Period year) {
    for (DisputeRow row : rows) {
      long pending = 0;
      long[] closed = new long[DisputeResult.values().length];
      for (DisputeState state : known) {
        if (state.kind() == row.kind() && ORGANS.contains(state.organCode())) {
          boolean open =
              !state.acceptedOn().isAfter(year.to())
                  && state.closedOn().map(day -> day.isAfter(year.to())).orElse(true);
          boolean ended =
              state
                  .closedOn()
                  .map(day -> !day.isBefore(year.from()) && !day.isAfter(year.to()))
                  .orElse(false);
          pending += open ? 1 : 0;
          if (ended) {
            closed[state.result().orElseThrow().ordinal()]++;
          }
        }
      }
      assertThat(row)
          .isEqualTo(
              DisputeRow.of(
                  row.kind(),
                  closed[DisputeResult.UPHELD.ordinal()],
                  closed[DisputeResult.CORRECTED.ordinal()],
                  closed[DisputeResult.OTHER.ordinal()],
                  pending));
    }
  }

  private static List<DisputeState> known(List<List<DisputeState>> histories, Instant moment) {
    return histories.stream()
        .flatMap(
            versions ->
                versions.stream()
                    .filter(state -> !state.recordedAt().isAfter(moment))
                    .max(Comparator.comparing(DisputeState::version))
                    .stream())
        .toList();
  }

  private static List<List<DisputeState>> disputes(Random random, int count) {
    List<List<DisputeState>> histories = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      UUID id = new UUID(random.nextLong(), random.nextLong());
      Instant recordedAt = RandomHistories.FIRST_RECORD;
      List<DisputeState> versions = new ArrayList<>();
      int changes = 1 + random.nextInt(4);
      for (int version = 1; version <= changes; version++) {
        recordedAt = recordedAt.plusSeconds(random.nextInt(120 * 86_400));
        LocalDate acceptedOn = LocalDate.of(2023, 10, 1).plusDays(random.nextInt(500));
        boolean closed = random.nextBoolean();
        versions.add(
            new DisputeState(
                id,
                version,
                any(random, RandomHistories.ORGANS),
                any(random, List.of(DisputeKind.values())),
                acceptedOn,
                Optional.empty(),
                closed
                    ? Optional.of(any(random, List.of(DisputeResult.values())))
                    : Optional.empty(),
                closed ? Optional.of(acceptedOn.plusDays(random.nextInt(200))) : Optional.empty(),
                recordedAt));
      }
      histories.add(versions);
    }
    return histories;
  }

  private static <T> T any(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Each version once, some twice, a third of them in any order. */
  private static List<Record> log(List<? extends List<? extends Record>> histories, Random random) {
    List<Record> events = new ArrayList<>();
    List<Record> late = new ArrayList<>();
    for (List<? extends Record> versions : histories) {
      events.addAll(versions);
      for (Record version : versions) {
        if (random.nextInt(3) == 0) {
          late.add(version);
        }
      }
    }
    events.removeIf(event -> late.contains(event) && random.nextBoolean());
    Collections.shuffle(late, random);
    events.addAll(late);
    return events;
  }

  private static void apply(DataSource database, Topic topic, List<Record> states)
      throws Exception {
    try (Connection connection = database.getConnection()) {
      Positions.create(connection, topic, 0, "topic", 0);
    }
    List<IncomingEvent> events = new ArrayList<>();
    for (Record state : states) {
      events.add(event(topic, events.size(), state));
    }
    BatchTransaction transaction = new BatchTransaction(database);
    for (int from = 0; from < events.size(); from += BATCH) {
      Applied applied =
          transaction.apply(
              new PartitionBatch(
                  topic,
                  "topic",
                  0,
                  from,
                  events.subList(from, Math.min(events.size(), from + BATCH))));
      assertThat(applied.rejected()).isZero();
    }
  }

  private static IncomingEvent event(Topic topic, long offset, Record state) {
    String id =
        state instanceof DisputeState dispute
            ? dispute.disputeId().toString()
            : ((ApplicationState) state).applicationId().toString();
    return new IncomingEvent(
        offset,
        Optional.of(0),
        Optional.of(id),
        Map.of(
            CloudEventHeader.SPEC_VERSION.header(),
            CloudEventHeader.VERSION_1,
            CloudEventHeader.TYPE.header(),
            topic.eventType(),
            CloudEventHeader.SUBJECT.header(),
            id),
        Optional.of(Register.json(state)));
  }
}
