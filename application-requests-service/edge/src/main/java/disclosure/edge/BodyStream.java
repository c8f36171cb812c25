package disclosure.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A body that is worked on while it comes in: the connection's event loop puts it into a small
 * store, from which it is read. Who reads too slowly holds the sender back; who sends too slowly is
 * cut off with 408.
 */
final class BodyStream extends InputStream {

  private static final int MAX_STORED = 64 * 1024;

  private final HttpServerRequest request;
  private final BodyPace pace;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Buffer> stored = new ArrayDeque<>();
  private int read;
  private int size;
  private boolean paused;
  private boolean ended;
  private boolean cutOff;
  private boolean abandoned;
  private IOException failure;

  BodyStream(HttpServerRequest request, BodyPace pace) {
    this.request = request;
    this.pace = pace;
  }

  /** Something of the body, from the event loop. */
  void take(Buffer chunk) {
    change(
        () -> {
          if (abandoned || chunk.length() == 0) {
            return;
          }
          stored.add(chunk);
          size += chunk.length();
          pace.came(chunk.length());
          if (size >= MAX_STORED && !paused) {
            paused = true;
            request.pause();
          }
        });
  }

  /** The body's end. */
  void end() {
    change(() -> ended = true);
  }

  /** The sender is gone. */
  void fail(Throwable cause) {
    change(() -> failure = new IOException("the sender is gone", cause));
  }

  /** Nobody reads on; what still comes is dropped. */
  void abandon() {
    change(
        () -> {
          abandoned = true;
          stored.clear();
          if (paused) {
            paused = false;
            request.resume();
          }
        });
  }

  boolean isCutOff() {
    return locked(() -> cutOff);
  }

  boolean isOver() {
    return locked(() -> ended || failure != null);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  /**
   * Waits for something of the body.
   *
   * @throws Refusal 408 when it comes too slowly
   */
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    lock.lock();
    try {
      awaitSome();
      return stored.isEmpty() ? -1 : copy(into, offset, length);
    } finally {
      lock.unlock();
    }
  }

  private void awaitSome() throws IOException {
    while (stored.isEmpty() && !ended && !abandoned) {
      if (failure != null) {
        throw failure;
      }
      long left = cutOff ? 0 : pace.nanosLeft();
      if (left == 0) {
        cutOff = true;
        throw StatusTexts.refusal(408);
      }
      pace.waited(left - Math.max(0, await(left)));
    }
  }

  private long await(long nanos) throws IOException {
    long begin = System.nanoTime();
    try {
      changed.awaitNanos(nanos);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("nobody waits for the body any more");
    }
    return nanos - (System.nanoTime() - begin);
  }

  private int copy(byte[] into, int offset, int length) {
    Buffer chunk = stored.element();
    int count = Math.min(length, chunk.length() - read);
    chunk.getBytes(read, read + count, into, offset);
    read += count;
    size -= count;
    if (read == chunk.length()) {
      stored.remove();
      read = 0;
    }
    if (paused && size < MAX_STORED / 2) {
      paused = false;
      request.resume();
    }
    return count;
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean locked(java.util.function.BooleanSupplier question) {
    lock.lock();
    try {
      return question.getAsBoolean();
    } finally {
      lock.unlock();
    }
  }
}
