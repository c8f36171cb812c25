package disclosure.statistics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import disclosure.local.server.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers {@code GET /tally} to a client with a token as it was told to by {@code PUT /tally}, so
 * that tests can say what the register has counted.
 */
final class TallyServer implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

  TallyServer() throws IOException {
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePort.any()), 0);
    server.createContext("/tally", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String query = exchange.getRequestURI().getQuery();
      if (exchange.getRequestMethod().equals("PUT")) {
        answers.put(query, exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      byte[] answer = answers.get(query);
      if (token == null || !token.matches("Bearer [^.]+\\.[^.]+\\..+")) {
        exchange.sendResponseHeaders(401, -1);
      } else if (answer == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
