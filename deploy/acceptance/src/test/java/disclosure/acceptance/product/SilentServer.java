package disclosure.acceptance.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes connections and says nothing on them, also when it takes no further ones. */
final class SilentServer implements AutoCloseable {

  private final ServerSocket listening;
  private final List<Socket> taken = new CopyOnWriteArrayList<>();

  private SilentServer(ServerSocket listening) {
    this.listening = listening;
  }

  static SilentServer on(int port) throws IOException {
    SilentServer server =
        new SilentServer(new ServerSocket(port, 200, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(server::accept, "silent-" + port);
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private void accept() {
    try {
      while (true) {
        taken.add(listening.accept());
      }
    } catch (IOException closed) {
      // It takes no more.
    }
  }

  /** Somebody else may listen at its port now; what it took stays open and silent. */
  void takeNoMore() throws IOException {
    listening.close();
  }

  int taken() {
    return taken.size();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket connection : taken) {
      connection.close();
    }
  }
}
