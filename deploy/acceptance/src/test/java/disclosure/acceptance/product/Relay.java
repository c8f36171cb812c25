package disclosure.acceptance.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A network between services and a server on loopback, which fails as networks do. */
final class Relay implements AutoCloseable {

  /** What becomes of what is sent. */
  enum Way {
    OPEN,
    /** Each piece comes later than it was sent. */
    SLOW,
    /** Nothing arrives and nobody is told; what was held arrives when the way is open again. */
    HELD,
    /** Connections are ended, and new ones too. */
    CUT
  }

  private static final long DELAY_MILLIS = 40;

  private final int target;
  private final ServerSocket listening;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong touched = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile Way way = Way.OPEN;

  private Relay(int target, ServerSocket listening) {
    this.target = target;
    this.listening = listening;
  }

  /** Listens on a port of its own for whoever wants to reach the port on loopback. */
  static Relay to(int target) throws IOException {
    Relay relay = new Relay(target, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
    thread("relay-" + target, relay::accept);
    return relay;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** From now on what is sent goes so. */
  void set(Way next) {
    lock.lock();
    try {
      way = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (next == Way.CUT) {
      connections.forEach(Relay::end);
    }
  }

  /** How many pieces and connections were held, came late or were cut until now. */
  long touched() {
    return touched.get();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    set(Way.CUT);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        connect(listening.accept());
      } catch (IOException refused) {
        // By the server, which may be away, or since the relay is closed.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    if (way == Way.CUT) {
      touched.incrementAndGet();
      client.close();
      return;
    }
    Socket server = new Socket();
    connections.add(client);
    connections.add(server);
    if (way == Way.CUT) {
      // While it was taken, and perhaps not seen by who cut all.
      end(client);
      return;
    }
    try {
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
    } catch (IOException away) {
      end(client);
      end(server);
      connections.remove(client);
      connections.remove(server);
      throw away;
    }
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    thread("relay-there", () -> pass(client, server));
    thread("relay-back", () -> pass(server, client));
  }

  private void pass(Socket from, Socket to) {
    byte[] piece = new byte[64 * 1024];
    try (from;
        to) {
      for (int read = from.getInputStream().read(piece);
          read >= 0;
          read = from.getInputStream().read(piece)) {
        await();
        to.getOutputStream().write(piece, 0, read);
      }
    } catch (IOException ended) {
      // By either side.
    } finally {
      connections.remove(from);
      connections.remove(to);
    }
  }

  private void await() {
    if (way == Way.OPEN) {
      return;
    }
    touched.incrementAndGet();
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(DELAY_MILLIS);
      while (way == Way.HELD || (way == Way.SLOW && left > 0)) {
        if (way == Way.HELD) {
          changed.await();
        } else {
          left = changed.awaitNanos(left);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
