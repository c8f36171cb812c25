package disclosure.acceptance.product;

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

/**
 * Clients that go on registering applications, and concluding half of them, whatever happens to the
 * registers: what got no answer is sent again, to the next register, until it is acknowledged. They
 * keep what was.
 */
final class AcknowledgedPosts implements AutoCloseable {

  /**
   * An application that a register acknowledged.
   *
   * @param concluded the year of its conclusion, if it acknowledged that too
   */
  record Acknowledged(String organ, String id, Optional<Integer> concluded) {}

  /** The year in which all are received. */
  static final int YEAR = 2025;

  /** From here to the last day of the year, so that some are concluded in the next. */
  private static final LocalDate FIRST_DAY = LocalDate.of(YEAR, 3, 1);

  private static final int DAYS = 306;

  private static final ApplicantType[] TYPES = ApplicantType.values();
  private static final long AGAIN_AFTER_MILLIS = 200;

  /** How often it is tried at least, also when it is time to stop. */
  private static final int LAST_ATTEMPTS = 20;

  private static final List<String> OUTCOMES = List.of("DISCLOSED", "NOT_HELD", "STATE_SECRET");

  private final List<String> organs;
  private final IntFunction<Client> registers;
  private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Queue<RuntimeException> unexpected = new ConcurrentLinkedQueue<>();
  private final ReadWriteLock quiet = new ReentrantReadWriteLock(true);
  private final List<Thread> clients = new ArrayList<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  private AcknowledgedPosts(List<String> organs, IntFunction<Client> registers) {
    this.organs = organs;
    this.registers = registers;
  }

  /**
   * Begins.
   *
   * @param registers the register to turn to, by a number that grows with each turn to another
   * @param seed of what is posted
   */
  static AcknowledgedPosts start(
      List<String> organs, IntFunction<Client> registers, int clients, long seed) {
    AcknowledgedPosts posts = new AcknowledgedPosts(organs, registers);
    for (int i = 0; i < clients; i++) {
      Random random = new Random(seed + i);
      String name = "office-" + i;
      int first = i;
      posts.clients.add(new Thread(() -> posts.run(name, first, random), name));
    }
    posts.clients.forEach(Thread::start);
    return posts;
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
   * @throws IllegalStateException when a client was answered as none should be
   */
  void quietly(Runnable look) {
    quiet.writeLock().lock();
    try {
      if (!unexpected.isEmpty()) {
        throw new IllegalStateException(
            unexpected.size() + " clients broke off", unexpected.peek());
      }
      look.run();
    } finally {
      quiet.writeLock().unlock();
    }
  }

  long received(String organ) {
    return acknowledged.values().stream().filter(one -> one.organ().equals(organ)).count();
  }

  long concluded(String organ, int year) {
    return acknowledged.values().stream()
        .filter(one -> one.organ().equals(organ) && one.concluded().equals(Optional.of(year)))
        .count();
  }

  List<Acknowledged> all() {
    return List.copyOf(acknowledged.values());
  }

  @Override
  public void close() {
    stopping.countDown();
    for (Thread client : clients) {
      try {
        client.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void run(String name, int first, Random random) {
    try {
      Turns turns = new Turns(first);
      for (int number = 1; !isStopping(); number++) {
        quiet.readLock().lock();
        try {
          post(name + "-" + number, random, turns);
        } finally {
          quiet.readLock().unlock();
        }
      }
    } catch (RuntimeException failure) {
      unexpected.add(failure);
    }
  }

  private void post(String reference, Random random, Turns turns) {
    String organ = organs.get(random.nextInt(organs.size()));
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(DAYS));
    Optional<String> body =
        untilAcknowledged(
            "/applications",
            Client.JSON
                .createObjectNode()
                .put("organCode", organ)
                .put("sourceReference", reference)
                .put("receivedOn", day.toString())
                .put("channel", "ONLINE")
                .set(
                    "applicant",
                    Client.JSON
                        .createObjectNode()
                        .put("type", TYPES[random.nextInt(TYPES.length)].name()))
                .toString(),
            reference,
            turns);
    if (body.isEmpty()) {
      return;
    }
    String id = Client.parse(body.get()).get("id").asText();
    acknowledged.put(reference, new Acknowledged(organ, id, Optional.empty()));
    if (random.nextBoolean()) {
      LocalDate concluded = day.plusDays(random.nextInt(15));
      String step =
          Client.JSON
              .createObjectNode()
              .put("type", "CONCLUDED")
              .put("on", concluded.toString())
              .put("outcome", OUTCOMES.get(random.nextInt(OUTCOMES.size())))
              .toString();
      if (untilAcknowledged("/applications/" + id + "/steps", step, reference + "-c", turns)
          .isPresent()) {
        acknowledged.put(reference, new Acknowledged(organ, id, Optional.of(concluded.getYear())));
      }
    }
  }

  /** The answer; nothing when it is time to stop. */
  private Optional<String> untilAcknowledged(String path, String body, String key, Turns turns) {
    for (int attempt = 0; ; attempt++) {
      try {
        HttpResponse<String> response =
            registers
                .apply(turns.register())
                .post("recorder", "requests", path, body, "Idempotency-Key", key);
        switch (response.statusCode()) {
          case 200, 201 -> {
            answered.incrementAndGet();
            turns.answered();
            return Optional.of(response.body());
          }
          case 429, 503 -> unanswered.incrementAndGet();
          default ->
              throw new IllegalStateException(
                  path + " " + response.statusCode() + " " + response.body());
        }
      } catch (UncheckedIOException away) {
        unanswered.incrementAndGet();
      }
      turns.another();
      if (waits(AGAIN_AFTER_MILLIS) && attempt > LAST_ATTEMPTS) {
        return Optional.empty();
      }
    }
  }

  /**
   * A client stays with a register as long as it is answered, and looks at the other now and then,
   * as a gateway sends it: one that is not answered for long must not keep all clients waiting.
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

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Waits as a client does that was refused; at once when it is time to stop, which it answers. */
  private boolean waits(long millis) {
    try {
      return stopping.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
