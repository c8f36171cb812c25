package disclosure.benchmark;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganState;
import disclosure.requests.contract.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A made-up country: a tree of organs in five levels (nation, provinces, cities, counties, and
 * departments of each), and applications spread over five years. The same every time.
 */
final class Nation {

  static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
  static final int DAYS = 1826;

  private static final int PROVINCES = 31;
  private static final int CITIES = 11;
  private static final int COUNTIES = 8;
  private static final long SEED = 20_190_515;

  private final List<OrganState> organs = new ArrayList<>();

  /**
   * @param size how many organs there are in all
   */
  Nation(int size) {
    OrganState nation = add("国务院", OrganKind.GOVERNMENT, Optional.empty());
    List<OrganState> governments = new ArrayList<>(List.of(nation));
    for (int p = 0; p < PROVINCES; p++) {
      OrganState province = add("省" + p, OrganKind.GOVERNMENT, Optional.of(nation));
      governments.add(province);
      for (int c = 0; c < CITIES; c++) {
        OrganState city = add("市" + p + "-" + c, OrganKind.GOVERNMENT, Optional.of(province));
        governments.add(city);
        for (int k = 0; k < COUNTIES; k++) {
          governments.add(
              add("县" + p + "-" + c + "-" + k, OrganKind.GOVERNMENT, Optional.of(city)));
        }
      }
    }
    for (int i = 0; organs.size() < size; i++) {
      OrganState government = governments.get(governments.size() - 1 - i % governments.size());
      add("局" + i, OrganKind.DEPARTMENT, Optional.of(government));
    }
  }

  List<OrganState> organs() {
    return organs;
  }

  /**
   * The states of the applications in the order in which they were recorded: each is received, and
   * all but one in fifty concluded some weeks later.
   *
   * @param applications how many there are
   * @param each called for each state
   */
  void history(int applications, Consumer<ApplicationState> each) {
    SplittableRandom random = new SplittableRandom(SEED);
    ArrayDequeByDay waiting = new ArrayDequeByDay();
    int day = 0;
    for (int i = 0; i < applications; i++) {
      int today = (int) ((long) i * DAYS / applications);
      for (; day < today; day++) {
        waiting.take(day).forEach(each);
      }
      ApplicationState received = received(random, i, today);
      each.accept(received);
      if (random.nextInt(50) > 0) {
        int later = today + random.nextInt(1, 40);
        waiting.put(later, concluded(random, received, later));
      }
    }
    waiting.rest(day).forEach(each);
  }

  /** The newest state of each of the applications. */
  void newest(int applications, Consumer<ApplicationState> each) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < applications; i++) {
      int today = (int) ((long) i * DAYS / applications);
      ApplicationState received = received(random, i, today);
      each.accept(
          random.nextInt(50) > 0
              ? concluded(random, received, today + random.nextInt(1, 40))
              : received);
    }
  }

  /** The state of an application that came in on the last day. */
  ApplicationState another(int number) {
    return received(new SplittableRandom(number), 1 << 30 | number, DAYS - 1);
  }

  private ApplicationState received(SplittableRandom random, int number, int day) {
    return new ApplicationState(
        id(random, number, day),
        1,
        organs.get(random.nextInt(organs.size())).organCode(),
        random.nextInt(10) > 0
            ? ApplicantType.NATURAL_PERSON
            : ApplicantType.values()[random.nextInt(ApplicantType.values().length)],
        Channel.values()[random.nextInt(Channel.values().length)],
        FIRST_DAY.plusDays(day),
        ApplicationStatus.IN_PROGRESS,
        Optional.empty(),
        Optional.empty(),
        Optional.of(FIRST_DAY.plusDays(day + 28L)),
        false,
        false,
        false,
        moment(day));
  }

  /** A UUID of version 7, as the register gives: in the order of time but for the last bits. */
  private static UUID id(SplittableRandom random, int number, int day) {
    long millis = moment(day).toEpochMilli() + number;
    return new UUID(
        millis << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
  }

  private static ApplicationState concluded(
      SplittableRandom random, ApplicationState received, int day) {
    return new ApplicationState(
        received.applicationId(),
        2,
        received.organCode(),
        received.applicantType(),
        received.channel(),
        received.receivedOn(),
        ApplicationStatus.CONCLUDED,
        Optional.of(Outcome.values()[random.nextInt(Outcome.values().length)]),
        Optional.of(FIRST_DAY.plusDays(day)),
        received.dueOn(),
        false,
        false,
        false,
        moment(day));
  }

  private static Instant moment(int day) {
    return FIRST_DAY.plusDays(day).atTime(10, 0).toInstant(ZoneOffset.ofHours(8));
  }

  private OrganState add(String name, OrganKind kind, Optional<OrganState> parent) {
    String first = String.format(Locale.ROOT, "11%015d", organs.size());
    OrganState organ =
        new OrganState(
            new OrganCode(first + OrganCode.checkCharacter(first)),
            1,
            name,
            kind,
            parent.map(OrganState::organCode),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            moment(0));
    organs.add(organ);
    return organ;
  }

  /** States that are due on a later day. */
  private static final class ArrayDequeByDay {

    private final java.util.TreeMap<Integer, List<ApplicationState>> byDay =
        new java.util.TreeMap<>();

    void put(int day, ApplicationState state) {
      byDay.computeIfAbsent(day, first -> new ArrayList<>()).add(state);
    }

    List<ApplicationState> take(int day) {
      List<ApplicationState> due = byDay.remove(day);
      return due == null ? List.of() : due;
    }

    List<ApplicationState> rest(int fromDay) {
      return byDay.tailMap(fromDay).values().stream().flatMap(List::stream).toList();
    }
  }
}
