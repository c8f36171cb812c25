package disclosure.acceptance.product;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Serves one page that is none of the product's. */
final class PageServer implements AutoCloseable {

  private static final byte[] PAGE =
      "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>大屏</title></html>"
          .getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;

  private PageServer(HttpServer server) {
    this.server = server;
  }

  static PageServer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, PAGE.length);
          try (var body = exchange.getResponseBody()) {
            body.write(PAGE);
          }
        });
    server.start();
    return new PageServer(server);
  }

  /** The origin of the page, as a browser says it. */
  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
