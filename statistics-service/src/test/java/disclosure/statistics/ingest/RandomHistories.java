package disclosure.statistics.ingest;

import disclosure.edge.testing.TestOrgans;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * Histories of applications, as a register in daily use writes them: received, answered, answered
 * otherwise after a correction, moved to another type, organ or day, voided.
 */
final class RandomHistories {

  static final List<OrganCode> ORGANS =
      List.of(
          new OrganCode(TestOrgans.COUNTY),
          new OrganCode(TestOrgans.OFFICE),
          new OrganCode(TestOrgans.FOREIGN));

  static final LocalDate FIRST_DAY = LocalDate.of(2023, 11, 1);
  static final int DAYS = 500;
  static final Instant FIRST_RECORD = Instant.parse("2025-01-01T00:00:00Z");

  private final Random random;
  private final int mostDaysBetween;

  RandomHistories(Random random) {
    this(random, 30);
  }

  /** Histories with at most so many days between two records of an application. */
  RandomHistories(Random random, int mostDaysBetween) {
    this.random = random;
    this.mostDaysBetween = mostDaysBetween;
  }

  /** The versions of each application, ascending, with gaps as compaction leaves them. */
  List<List<ApplicationState>> of(int applications) {
    List<List<ApplicationState>> histories = new ArrayList<>();
    for (int i = 0; i < applications; i++) {
      histories.add(history());
    }
    return histories;
  }

  private List<ApplicationState> history() {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    List<ApplicationState> versions = new ArrayList<>();
    long version = 0;
    Instant recordedAt = FIRST_RECORD;
    int changes = 1 + random.nextInt(5);
    for (int i = 0; i < changes; i++) {
      version += 1 + random.nextInt(3);
      recordedAt = recordedAt.plusSeconds(random.nextInt(mostDaysBetween * 86_400));
      versions.add(state(id, version, recordedAt));
    }
    return versions;
  }

  private ApplicationState state(UUID id, long version, Instant recordedAt) {
    LocalDate receivedOn = FIRST_DAY.plusDays(random.nextInt(DAYS));
    int kind = random.nextInt(10);
    boolean concluded = kind >= 3;
    return new ApplicationState(
        id,
        version,
        any(ORGANS),
        any(List.of(ApplicantType.values())),
        Channel.ONLINE,
        receivedOn,
        kind == 0
            ? ApplicationStatus.VOIDED
            : concluded ? ApplicationStatus.CONCLUDED : ApplicationStatus.IN_PROGRESS,
        concluded ? Optional.of(any(List.of(Outcome.values()))) : Optional.empty(),
        concluded ? Optional.of(receivedOn.plusDays(random.nextInt(60))) : Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        recordedAt);
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
