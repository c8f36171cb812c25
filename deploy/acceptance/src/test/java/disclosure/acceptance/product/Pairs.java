package disclosure.acceptance.product;

import static org.awaitility.Awaitility.await;

import disclosure.acceptance.product.Instances.Instance;
import disclosure.requests.contract.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Two registers and two instances of the statistics, each of which another may follow. */
final class Pairs {

  /** Of all topics. */
  static final int PARTITIONS = Arrays.stream(Topic.values()).mapToInt(Topic::partitions).sum();

  /** Less than half of the time within which somebody must be served again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration READ = Duration.ofSeconds(60);

  private final Instances instances;
  private final List<Instance> registers = new CopyOnWriteArrayList<>();
  private final List<Instance> statistics = new CopyOnWriteArrayList<>();
  private final List<Client> toRegisters = new CopyOnWriteArrayList<>();
  private final List<Client> toStatistics = new CopyOnWriteArrayList<>();
  private final AtomicInteger named = new AtomicInteger();
  private final AtomicLong longestStart = new AtomicLong();

  private Pairs(Instances instances) {
    this.instances = instances;
  }

  /** They are ready, and each of the statistics reads its share. */
  static Pairs start(Instances instances) throws IOException {
    Pairs pairs = new Pairs(instances);
    pairs.registers.add(instances.register());
    pairs.registers.add(pairs.addRegister(Map.of()));
    pairs.statistics.add(pairs.addStatistics());
    pairs.statistics.add(pairs.addStatistics());
    pairs.areUp();
    for (int number = 0; number < 2; number++) {
      pairs.toRegisters.add(pairs.clientOf(pairs.registers.get(number)));
      pairs.toStatistics.add(pairs.statistics.get(number).client().within(PATIENCE));
    }
    await().atMost(READ).ignoreExceptions().until(pairs::bothRead);
    return pairs;
  }

  Instance register(int number) {
    return registers.get(number);
  }

  Instance statistics(int number) {
    return statistics.get(number);
  }

  List<Instance> statistics() {
    return List.copyOf(statistics);
  }

  /** One who asks the register in that place; counting goes round. */
  Client toRegister(int number) {
    return toRegisters.get(number % 2);
  }

  /** One who asks the statistics in that place; counting goes round. */
  Client toStatistics(int number) {
    return toStatistics.get(number % 2);
  }

  /** One who asks a register beside them. */
  Client clientOf(Instance register) {
    return register.client(statistics.get(0)).within(PATIENCE);
  }

  /** A register beside them, which nobody waits for. */
  Instance addRegister(Map<String, String> more) throws IOException {
    return instances.addRegister("register-" + named.incrementAndGet(), Checkout.ROOT, more);
  }

  /** An instance of the statistics beside them, which nobody waits for. */
  Instance addStatistics() throws IOException {
    return instances.add("statistics-" + named.incrementAndGet());
  }

  /** All are ready. */
  void areUp() {
    registers.forEach(Instance::up);
    statistics.forEach(Instance::up);
  }

  /** Another register follows the one in that place, which has ended. */
  void followRegister(int number) throws IOException {
    long begun = System.nanoTime();
    Instance next = addRegister(Map.of()).up();
    noteStart(begun);
    registers.set(number, next);
    toRegisters.set(number, clientOf(next));
  }

  /** Another instance of the statistics follows the one in that place, which has ended. */
  void followStatistics(int number) throws IOException {
    long begun = System.nanoTime();
    Instance next = addStatistics().up();
    noteStart(begun);
    statistics.set(number, next);
    toStatistics.set(number, next.client().within(PATIENCE));
  }

  private void noteStart(long begun) {
    longestStart.accumulateAndGet(System.nanoTime() - begun, Math::max);
  }

  /** How long it took at most until one that followed another was ready. */
  Duration longestStart() {
    return Duration.ofNanos(longestStart.get());
  }

  /** One of the statistics reads all, as when the other has gone. */
  void takesOver(int number) {
    await().atMost(READ).until(() -> statistics.get(number).partitions() == PARTITIONS);
  }

  private boolean bothRead() {
    return statistics.stream().allMatch(one -> one.partitions() > 0);
  }

  /** A process is made to end, and does. */
  static void ends(Instance instance, Runnable ending) throws Exception {
    ProcessHandle process = instance.handle();
    ending.run();
    process.onExit().get(30, TimeUnit.SECONDS);
  }
}
