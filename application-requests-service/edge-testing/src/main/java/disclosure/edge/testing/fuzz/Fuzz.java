package disclosure.edge.testing.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Feeds a reader with bytes that are made from seeds, always the same ones. It must read or refuse
 * each in its own way, in time and without taking much memory. What it fails at is kept under
 * {@code target/fuzz}; put below {@code src/test/resources/fuzz/NAME}, it is tried every time.
 */
public final class Fuzz {

  private static final long SEED = 20_261_129;
  private static final Duration MAX_TIME = Duration.ofSeconds(4);
  private static final long MAX_ALLOCATED_BYTES = 512L << 20;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final String name;
  private final Reader reader;
  private final Class<? extends Exception> refusal;
  private final List<byte[]> known;
  private final Function<Random, byte[]> inputs;

  /** What is to read whatever it is given. */
  @FunctionalInterface
  public interface Reader {

    /** Reads it, or throws its refusal. */
    void read(byte[] bytes) throws Exception;
  }

  private Fuzz(
      String name,
      Reader reader,
      Class<? extends Exception> refusal,
      List<byte[]> known,
      Function<Random, byte[]> inputs) {
    this.name = name;
    this.reader = reader;
    this.refusal = refusal;
    this.known = known;
    this.inputs = inputs;
  }

  /**
   * A reader of texts.
   *
   * @param seeds what it reads
   * @param words what means something to it
   * @param refusal how it refuses
   */
  public static Fuzz of(
      String name,
      List<byte[]> seeds,
      List<String> words,
      Class<? extends Exception> refusal,
      Reader reader) {
    List<byte[]> known = with(seeds, name);
    return new Fuzz(name, reader, refusal, known, new Mutation(known, words)::next);
  }

  /** A reader of archives, such as workbooks: mostly, their parts are changed. */
  public static Fuzz ofArchives(
      String name,
      List<byte[]> seeds,
      List<String> words,
      Class<? extends Exception> refusal,
      Reader reader) {
    List<byte[]> known = with(seeds, name);
    List<Archive> archives = seeds.stream().map(Archive::of).toList();
    List<byte[]> pieces =
        archives.stream().flatMap(archive -> archive.parts().values().stream()).toList();
    Mutation parts = new Mutation(pieces, words);
    Mutation whole = new Mutation(known, words);
    return new Fuzz(
        name,
        reader,
        refusal,
        known,
        random ->
            random.nextInt(4) == 0
                ? whole.next(random)
                : archives.get(random.nextInt(archives.size())).changed(parts, random));
  }

  /** Tries the seeds, what was failed at before, and some more. */
  public void tryFew(int more) {
    known.forEach(this::attempt);
    Random random = new Random(SEED);
    for (int i = 0; i < more; i++) {
      attempt(inputs.apply(random));
    }
  }

  /**
   * Tries for a while.
   *
   * @return how many inputs there were
   */
  public long tryFor(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    BooleanSupplier goesOn = () -> System.nanoTime() < end;
    Random random = new Random(SEED + 1);
    long tried = 0;
    for (; goesOn.getAsBoolean(); tried++) {
      attempt(inputs.apply(random));
    }
    return tried;
  }

  private void attempt(byte[] bytes) {
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long began = System.nanoTime();
    try {
      reader.read(bytes.clone());
    } catch (Throwable failure) {
      if (!refusal.isInstance(failure)) {
        throw new AssertionError("An input is neither read nor refused: " + keep(bytes), failure);
      }
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    long taken = threads.getCurrentThreadAllocatedBytes() - allocated;
    if (took.compareTo(MAX_TIME) > 0 || taken > MAX_ALLOCATED_BYTES) {
      throw new AssertionError(
          "An input takes " + took + " and " + (taken >> 20) + " MB: " + keep(bytes));
    }
  }

  private Path keep(byte[] bytes) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "fuzz", name));
      return Files.write(folder.resolve(Integer.toHexString(Arrays.hashCode(bytes))), bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<byte[]> with(List<byte[]> seeds, String name) {
    List<byte[]> all = new ArrayList<>(seeds);
    Path folder = Path.of("src", "test", "resources", "fuzz", name);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          all.add(Files.readAllBytes(file));
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return all;
  }
}
