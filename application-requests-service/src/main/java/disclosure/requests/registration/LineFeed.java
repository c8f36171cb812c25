package disclosure.requests.registration;

import disclosure.edge.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads lines in a thread of its own, so that the next chunk arrives and is understood while the
 * last one is being stored, and a sender that pauses does not keep back the answers to what it has
 * sent. Holds at most two chunks.
 *
 * @param <T> what a line is read into
 */
final class LineFeed<T> implements AutoCloseable {

  /** The most lines in one transaction. */
  static final int CHUNK = 200;

  /** How long the first line of a chunk waits for others. */
  static final Duration TIMEOUT = Duration.ofMillis(50);

  private final BlockingQueue<Arrival<T>> arrivals = new ArrayBlockingQueue<>(CHUNK);
  private final Thread reader;
  private boolean ended;
  private Optional<Exception> failed = Optional.empty();

  /** A line, the end, or what kept the lines from coming; exactly one of the three. */
  private record Arrival<T>(Optional<T> line, Optional<Exception> failure) {}

  /**
   * @param understanding reads a line, and throws nothing
   */
  LineFeed(InputStream in, Function<Line, T> understanding) {
    NdjsonLines lines = new NdjsonLines(in);
    reader = new Thread(() -> read(lines, understanding), "batch-lines");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * The next lines, as soon as there are {@link #CHUNK} of them or the first one has waited {@link
   * #TIMEOUT}; none at the end.
   *
   * @throws IOException when the sender is gone
   * @throws Refusal when it is cut off, once the lines before are handed out
   */
  List<T> nextChunk() throws IOException {
    List<T> chunk = new ArrayList<>();
    long deadline = 0;
    while (!ended && chunk.size() < CHUNK) {
      Optional<Arrival<T>> arrival = chunk.isEmpty() ? take() : poll(deadline);
      if (arrival.isEmpty()) {
        break;
      }
      if (chunk.isEmpty()) {
        deadline = System.nanoTime() + TIMEOUT.toNanos();
      }
      failed = arrival.get().failure();
      if (failed.orElse(null) instanceof IOException gone) {
        throw gone;
      }
      arrival.get().line().ifPresentOrElse(chunk::add, () -> ended = true);
    }
    if (chunk.isEmpty() && failed.orElse(null) instanceof Refusal cutOff) {
      throw cutOff;
    }
    return chunk;
  }

  /** Stops reading. */
  @Override
  public void close() {
    reader.interrupt();
  }

  private void read(NdjsonLines lines, Function<Line, T> understanding) {
    try {
      Optional<Line> line;
      do {
        line = lines.next();
        arrivals.put(new Arrival<>(line.map(understanding), Optional.empty()));
      } while (line.isPresent());
    } catch (Refusal | IOException failure) {
      fail(failure);
    } catch (RuntimeException gone) {
      fail(new IOException(gone));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(Exception failure) {
    try {
      arrivals.put(new Arrival<>(Optional.empty(), Optional.of(failure)));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<Arrival<T>> take() throws IOException {
    try {
      return Optional.of(arrivals.take());
    } catch (InterruptedException stopping) {
      throw interrupted();
    }
  }

  private Optional<Arrival<T>> poll(long deadline) throws IOException {
    try {
      return Optional.ofNullable(arrivals.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
    } catch (InterruptedException stopping) {
      throw interrupted();
    }
  }

  private static IOException interrupted() {
    Thread.currentThread().interrupt();
    return new java.io.InterruptedIOException("the service is stopping");
  }
}
