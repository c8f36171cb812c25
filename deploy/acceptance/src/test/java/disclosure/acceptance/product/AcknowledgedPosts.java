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

  /** An application that a register acknowledged, and whether it acknowledged its conclusion. */
  record Acknowledged(String organ, String id, boolean concluded) {}

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
   * @param registers the register to turn to, by a number that grows with each try
   * @param seed of what is posted
   */
  static AcknowledgedPosts start(
      List<String> organs, IntFunction<Client> registers, int clients, long seed) {
    AcknowledgedPosts posts = new AcknowledgedPosts(organs, registers);
    for (int i = 0; i < clients; i++) {
      Random random = new Random(seed + i);
      String name = "office-" + i;
      posts.clients.add(new Thread(() -> posts.run(name, random), name));
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

  long concluded(String organ) {
    return acknowledged.values().stream()
        .filter(one -> one.organ().equals(organ) && one.concluded())
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

  private void run(String name, Random random) {
    try {
      for (int number = 1; !isStopping(); number++) {
        quiet.readLock().lock();
        try {
          post(name + "-" + number, random);
        } finally {
          quiet.readLock().unlock();
        }
      }
    } catch (RuntimeException failure) {
      unexpected.add(failure);
    }
  }

  private void post(String reference, Random random) {
    String organ = organs.get(random.nextInt(organs.size()));
    LocalDate day = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300));
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
            reference);
    if (body.isEmpty()) {
      return;
    }
    String id = Client.parse(body.get()).get("id").asText();
    acknowledged.put(reference, new Acknowledged(organ, id, false));
    if (random.nextBoolean()) {
      String step =
          Client.JSON
              .createObjectNode()
              .put("type", "CONCLUDED")
              .put("on", day.plusDays(random.nextInt(15)).toString())
              .put("outcome", OUTCOMES.get(random.nextInt(OUTCOMES.size())))
              .toString();
      if (untilAcknowledged("/applications/" + id + "/steps", step, reference + "-c").isPresent()) {
        acknowledged.put(reference, new Acknowledged(organ, id, true));
      }
    }
  }

  /** The answer; nothing when it is time to stop. */
  private Optional<String> untilAcknowledged(String path, String body, String key) {
    for (int attempt = 0; ; attempt++) {
      int register = answered.get() + unanswered.get();
      try {
        HttpResponse<String> response =
            registers
                .apply(register)
                .post("recorder", "requests", path, body, "Idempotency-Key", key);
        switch (response.statusCode()) {
          case 200, 201 -> {
            answered.incrementAndGet();
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
      if (waits(AGAIN_AFTER_MILLIS) && attempt > LAST_ATTEMPTS) {
        return Optional.empty();
      }
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
