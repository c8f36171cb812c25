package disclosure.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import disclosure.acceptance.product.AcknowledgedPosts.Acknowledged;
import disclosure.acceptance.product.AcknowledgedPosts.Business;
import disclosure.acceptance.product.AcknowledgedPosts.Office;
import disclosure.acceptance.product.AcknowledgedPosts.Offices;
import disclosure.acceptance.product.Instances.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The last seconds of a year and the first of the next, at two registers one of which has the new
 * year some seconds later than the other. Offices register with the day that is on their wall, and
 * conclude in the new year some of what they registered in the old one.
 */
final class YearEnd {

  static final LocalDate LAST_DAY = LocalDate.of(ThroughTheYear.YEAR, 12, 31);
  static final LocalDate FIRST_DAY = LAST_DAY.plusDays(1);

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration APART = Duration.ofSeconds(3);
  private static final int ATTEMPTS = 3;
  private static final Duration PASSED = Duration.ofSeconds(60);

  private final Path folder;
  private final Pairs pairs;
  private final AcknowledgedPosts posts;
  private final Random random;

  YearEnd(Path folder, Pairs pairs, AcknowledgedPosts posts, Random random) {
    this.folder = folder;
    this.pairs = pairs;
    this.posts = posts;
    this.random = random;
  }

  /** Passes it, at registers that are ready before and killed afterwards. */
  void passes() throws Exception {
    Duration needed = pairs.longestStart().multipliedBy(2).plusSeconds(15);
    for (int attempt = 1; !passes(needed.multipliedBy(attempt)); attempt++) {
      assertThat(attempt).as("none was ready before the year ended").isLessThan(ATTEMPTS);
    }
  }

  private boolean passes(Duration needed) throws Exception {
    Instant end = Instant.now().plus(needed);
    Duration late = Duration.between(FIRST_DAY.atStartOfDay(ZONE).toInstant(), end);
    List<Instance> registers = List.of(register(late), register(late.plus(APART)));
    registers.forEach(Instance::up);
    boolean inTime = Instant.now().isBefore(end);
    if (inTime) {
      work(registers.stream().map(pairs::clientOf).toList(), late, needed.plus(PASSED));
    }
    for (Instance each : registers) {
      Pairs.ends(each, () -> each.handle().destroyForcibly());
    }
    return inTime;
  }

  private Instance register(Duration late) throws IOException {
    return pairs.addRegister(Map.of("JAVA_TOOL_OPTIONS", LateClock.option(folder, late)));
  }

  private void work(List<Client> registers, Duration late, Duration atMost) {
    Clock wall = Clock.offset(Clock.system(ZONE), late.negated());
    String name = "year-end-" + random.nextInt(Integer.MAX_VALUE);
    try (Offices offices =
        posts.start(
            name,
            4,
            number -> registers.get(number % 2),
            number -> new AtTheWall(wall, new Random(random.nextLong())))) {
      await()
          .atMost(atMost)
          .until(() -> LocalDate.now(Clock.offset(wall, APART.negated())).equals(FIRST_DAY));
      await().atMost(PASSED).until(() -> sidesAreTaken(name));
      assertThat(offices.early()).as("refused where the old year went on").isPositive();
    }
  }

  /** Some were concluded in the old year, some in the new one, and some are of the new one. */
  private boolean sidesAreTaken(String name) {
    List<Acknowledged> taken =
        posts.kept().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(name + "-"))
            .map(Map.Entry::getValue)
            .toList();
    return taken.stream().anyMatch(one -> isOf(one, LAST_DAY, LAST_DAY))
        && taken.stream().anyMatch(one -> isOf(one, LAST_DAY, FIRST_DAY))
        && taken.stream().anyMatch(one -> isOf(one, FIRST_DAY, FIRST_DAY));
  }

  private static boolean isOf(Acknowledged one, LocalDate received, LocalDate concluded) {
    return one.received().equals(received) && one.concluded().equals(Optional.of(concluded));
  }

  /** What an office does by the clock on its wall. */
  private static final class AtTheWall implements Business {

    /** What it has left for the next year. */
    private static final int MOST_LEFT = 5;

    private final Clock wall;
    private final Random random;
    private final Deque<Integer> left = new ArrayDeque<>();

    AtTheWall(Clock wall, Random random) {
      this.wall = wall;
      this.random = random;
    }

    @Override
    public void next(Office office, int number) {
      LocalDate today = LocalDate.now(wall);
      if (today.equals(FIRST_DAY) && !left.isEmpty()) {
        office.conclude(left.remove(), today, random);
        return;
      }
      office.register(number, today, random);
      if (random.nextBoolean()) {
        office.conclude(number, today, random);
      } else if (left.size() < MOST_LEFT) {
        left.add(number);
      }
    }
  }
}
