package disclosure.acceptance.product;

import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.contract.ApplicantType;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * What registers acknowledged to offices that go on registering and concluding applications,
 * whatever happens: what got no answer is sent again, to the next register, until it is
 * acknowledged.
 */
final class AcknowledgedPosts {

  /**
   * An application that a register acknowledged.
   *
   * @param concluded the day of its conclusion, if it acknowledged that too
   */
  record Acknowledged(String organ, String id, LocalDate received, Optional<LocalDate> concluded) {

    private boolean isOpenAfter(LocalDate day) {
      return !received.isAfter(day) && concluded.filter(on -> !on.isAfter(day)).isEmpty();
    }
  }

  private static final ApplicantType[] TYPES = ApplicantType.values();
  private static final List<String> OUTCOMES = List.of("DISCLOSED", "NOT_HELD", "STATE_SECRET");
  private static final long AGAIN_AFTER_MILLIS = 200;

  /** How often it is tried at least, also when it is time to stop. */
  private static final int LAST_ATTEMPTS = 20;

  private final List<String> organs;
  private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Queue<RuntimeException> unexpected = new ConcurrentLinkedQueue<>();
  private final ReadWriteLock quiet = new ReentrantReadWriteLock(true);

  /** Of offices of these organs. */
  AcknowledgedPosts(List<String> organs) {
    this.organs = organs;
  }

  /** What an office does next. */
  interface Business {
    void next(Office office, int number);
  }

  /** What may be looked at. */
  interface Look {
    void look() throws Exception;
  }

  /**
   * Begins.
   *
   * @param name what the offices are called, and no others
   * @param registers the register to turn to, by a number that grows with each turn to another
   * @param business of each, by its number
   */
  Offices start(
      String name, int number, IntFunction<Client> registers, IntFunction<Business> business) {
    Offices offices = new Offices(registers);
    for (int i = 0; i < number; i++) {
      offices.add(name + "-" + i, i, business.apply(i));
    }
    offices.threads.forEach(Thread::start);
    return offices;
  }

  /** How many requests were acknowledged. */
  int answered() {
    return answered.get();
  }

  /** How many had to be sent again, since they were refused for the moment or not answered. */
  int unanswered() {
    return unanswered.get();
  }

  /**
   * Looks at what was acknowledged while nothing is under way.
   *
   * @throws IllegalStateException when an office was answered as none should be
   */
  void quietly(Look look) throws Exception {
    quiet.writeLock().lock();
    try {
      if (!unexpected.isEmpty()) {
        throw new IllegalStateException(
            unexpected.size() + " offices broke off", unexpected.peek());
      }
      look.look();
    } finally {
      quiet.writeLock().unlock();
    }
  }

  long received(String organ, Days days) {
    return count(organ, one -> days.has(one.received()));
  }

  long concluded(String organ, Days days) {
    return count(organ, one -> one.concluded().filter(days::has).isPresent());
  }

  long carriedIn(String organ, Days days) {
    return count(organ, one -> one.isOpenAfter(days.from().minusDays(1)));
  }

  long carriedOut(String organ, Days days) {
    return count(organ, one -> one.isOpenAfter(days.to()));
  }

  private long count(String organ, Predicate<Acknowledged> which) {
    return acknowledged.values().stream()
        .filter(one -> one.organ().equals(organ))
        .filter(which)
        .count();
  }

  List<Acknowledged> all() {
    return List.copyOf(acknowledged.values());
  }

  /** As it is now, by what the offices call their applications. */
  Map<String, Acknowledged> kept() {
    return Map.copyOf(acknowledged);
  }

  /** Forgets what was acknowledged since. */
  void setBack(Map<String, Acknowledged> kept) {
    acknowledged.clear();
    acknowledged.putAll(kept);
  }

  /** Offices at work, each on a thread of its own. */
  final class Offices implements AutoCloseable {

    private final IntFunction<Client> registers;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicInteger early = new AtomicInteger();

    private Offices(IntFunction<Client> registers) {
      this.registers = registers;
    }

    private void add(String name, int first, Business business) {
      threads.add(new Thread(() -> run(new Office(name, this, first), business), name));
    }

    /** How many requests were refused since their day had not come yet. */
    int early() {
      return early.get();
    }

    /** What they have begun they bring to its end. */
    @Override
    public void close() {
      stopping.countDown();
      for (Thread office : threads) {
        try {
          office.join();
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }

    private void run(Office office, Business business) {
      try {
        for (int number = 1; stopping.getCount() > 0; number++) {
          quiet.readLock().lock();
          try {
            business.next(office, number);
          } finally {
            quiet.readLock().unlock();
          }
        }
      } catch (RuntimeException failure) {
        unexpected.add(failure);
      }
    }

    /** Waits as an office does that was refused; at once when it is time to stop. */
    private boolean waits(long millis) {
      try {
        return stopping.await(millis, TimeUnit.MILLISECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(interrupted);
      }
    }
  }

  /** One that posts, and keeps what was acknowledged. */
  final class Office {

    private final String name;
    private final Offices offices;
    private final Turns turns;

    private Office(String name, Offices offices, int first) {
      this.name = name;
      this.offices = offices;
      this.turns = new Turns(first);
    }

    /** Registers an application under a number that it gives to none other. */
    void register(int number, LocalDate day, Random random) {
      String reference = name + "-" + number;
      String organ = organs.get(random.nextInt(organs.size()));
      ObjectNode application =
          Client.JSON
              .createObjectNode()
              .put("organCode", organ)
              .put("sourceReference", reference)
              .put("receivedOn", day.toString())
              .put("channel", "ONLINE");
      application.putObject("applicant").put("type", TYPES[random.nextInt(TYPES.length)].name());
      untilAcknowledged("/applications", application.toString(), reference)
          .map(body -> Client.parse(body).get("id").asText())
          .ifPresent(
              id ->
                  acknowledged.put(reference, new Acknowledged(organ, id, day, Optional.empty())));
    }

    /** Concludes what it registered under the number, if that was acknowledged. */
    void conclude(int number, LocalDate day, Random random) {
      String reference = name + "-" + number;
      String outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
      Optional.ofNullable(acknowledged.get(reference))
          .ifPresent(open -> conclude(reference, open, day, outcome));
    }

    private void conclude(String reference, Acknowledged open, LocalDate day, String outcome) {
      String step =
          Client.JSON
              .createObjectNode()
              .put("type", "CONCLUDED")
              .put("on", day.toString())
              .put("outcome", outcome)
              .toString();
      untilAcknowledged("/applications/" + open.id() + "/steps", step, reference + "-c")
          .ifPresent(
              done ->
                  acknowledged.put(
                      reference,
                      new Acknowledged(
                          open.organ(), open.id(), open.received(), Optional.of(day))));
    }

    /** The answer; nothing when it is time to stop. */
    private Optional<String> untilAcknowledged(String path, String body, String key) {
      for (int attempt = 0; ; attempt++) {
        try {
          HttpResponse<String> response =
              offices
                  .registers
                  .apply(turns.register())
                  .post("recorder", "requests", path, body, "Idempotency-Key", key);
          switch (response.statusCode()) {
            case 200, 201 -> {
              answered.incrementAndGet();
              turns.answered();
              return Optional.of(response.body());
            }
            case 429, 503 -> unanswered.incrementAndGet();
            default -> {
              if (!response.body().contains("in-future")) {
                throw new IllegalStateException(
                    path + " " + response.statusCode() + " " + response.body());
              }
              offices.early.incrementAndGet();
            }
          }
        } catch (UncheckedIOException away) {
          unanswered.incrementAndGet();
        }
        turns.another();
        if (offices.waits(AGAIN_AFTER_MILLIS) && attempt > LAST_ATTEMPTS) {
          return Optional.empty();
        }
      }
    }
  }

  /**
   * An office stays with a register as long as it is answered, and looks at the other now and then,
   * as a gateway sends it: one that is not answered for long must not keep all offices waiting.
   */
  private static final class Turns {

    private static final int STAYS_FOR = 10;

    private int turn;
    private int stayed;

    Turns(int first) {
      this.turn = first;
    }

    int register() {
      return turn;
    }

    void answered() {
      if (++stayed == STAYS_FOR) {
        another();
      }
    }

    void another() {
      turn++;
      stayed = 0;
    }
  }
}
