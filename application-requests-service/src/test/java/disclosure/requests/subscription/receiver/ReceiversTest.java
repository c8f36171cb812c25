package disclosure.requests.subscription.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import disclosure.requests.outbox.published.CloudEvent;
import disclosure.requests.subscription.receiver.Answer.Verdict;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls to servers that behave as they like. */
class ReceiversTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** So long that no busy machine is taken for it. */
  private static final Duration LONG = Duration.ofSeconds(30);

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final CloudEvent EVENT =
      new CloudEvent(
          "1:1", "test", "1", Instant.parse("2026-11-30T00:00:00Z"), Optional.empty(), "{}");

  private static Vertx vertx;

  @TempDir Path directory;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CANARY-13800000000/7 200 OK\r\n\r\n",
        "HTTP/CANARY 200 OK\r\n\r\n",
        "HTTP/1.1 CANARY\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: CANARY\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nCANARY\r\n"
      })
  void nothing_of_an_answer_stands_in_a_log(String answer) throws Exception {
    assertSilent(answer);
  }

  @Test
  void nor_that_its_head_is_too_long() throws Exception {
    assertSilent("HTTP/1.1 200 OK\r\nX-Long: " + "CANARY".repeat(20_000) + "\r\n\r\n");
  }

  private void assertSilent(String answer) throws Exception {
    Queue<String> log = new ConcurrentLinkedQueue<>();
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            log.add(line.getLevel() + " " + line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger connections = Logger.getLogger("io.vertx.core.net.impl.ConnectionBase");
    connections.addHandler(listener);
    try (ServerSocket server = listening()) {
      serve(
          server,
          socket -> {
            awaitRequest(socket);
            OutputStream out = socket.getOutputStream();
            out.write(answer.getBytes(UTF_8));
            out.flush();
            while (!isCut(socket.getInputStream())) {
              // Until the other side has had enough.
            }
          });
      send(address(server), Optional.empty());
      assertThat(log).isEmpty();
    } finally {
      connections.removeHandler(listener);
    }
  }

  @Test
  void a_redirect_is_not_followed() throws Exception {
    AtomicInteger followed = new AtomicInteger();
    HttpServer server = plain();
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.createContext(
        "/elsewhere",
        exchange -> {
          followed.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    try {
      assertThat(send("http://127.0.0.1:" + server.getAddress().getPort() + "/", Optional.empty()))
          .isEqualTo(new Answer(Verdict.FAILED, "HTTP_307", Optional.empty()));
      assertThat(followed).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void little_is_read_of_an_answer_that_never_ends() throws Exception {
    CompletableFuture<Void> cut = new CompletableFuture<>();
    try (ServerSocket server = listening()) {
      serve(
          server,
          socket -> {
            awaitRequest(socket);
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
            byte[] chunk = ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(UTF_8);
            try {
              while (true) {
                out.write(chunk);
              }
            } catch (IOException closed) {
              cut.complete(null);
            }
          });
      long begun = System.nanoTime();
      assertThat(send(address(server), Optional.empty(), LONG).verdict()).isEqualTo(Verdict.TAKEN);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONG);
      cut.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void an_answer_that_trickles_is_over_with_the_timeout() throws Exception {
    CompletableFuture<Void> cut = new CompletableFuture<>();
    try (ServerSocket server = listening()) {
      serve(
          server,
          socket -> {
            awaitRequest(socket);
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n".getBytes(UTF_8));
            socket.setSoTimeout(100);
            InputStream in = socket.getInputStream();
            while (!isCut(in)) {
              out.write('x');
              out.flush();
            }
            cut.complete(null);
          });
      long begun = System.nanoTime();
      assertThat(send(address(server), Optional.empty()).verdict()).isEqualTo(Verdict.TAKEN);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TIMEOUT.multipliedBy(2));
      cut.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void who_says_nothing_has_the_timeout_and_is_hung_up_on() throws Exception {
    CompletableFuture<Void> cut = new CompletableFuture<>();
    try (ServerSocket server = listening()) {
      serve(
          server,
          socket -> {
            InputStream in = socket.getInputStream();
            while (in.read() >= 0) {
              // Until the other side hangs up.
            }
            cut.complete(null);
          });
      long begun = System.nanoTime();
      assertThat(send(address(server), Optional.empty()).cause()).isEqualTo("TIMEOUT");
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isBetween(TIMEOUT, TIMEOUT.multipliedBy(2));
      cut.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void heads_that_never_end_and_nonsense_are_failures() throws Exception {
    for (String head :
        List.of("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000), "220 smtp\r\n\r\n")) {
      try (ServerSocket server = listening()) {
        serve(
            server,
            socket -> {
              socket.getOutputStream().write(head.getBytes(UTF_8));
              socket.getOutputStream().flush();
              while (socket.getInputStream().read() >= 0) {
                // Until the other side hangs up.
              }
            });
        assertThat(send(address(server), Optional.empty()).verdict()).isEqualTo(Verdict.FAILED);
      }
    }
  }

  @Test
  void nobody_is_called_that_the_deployment_does_not_name() throws Exception {
    assertThat(send("https://elsewhere.example.gov.cn/", Optional.empty()).cause())
        .isEqualTo("ADDRESS_NOT_ALLOWED");
    assertThat(send("https://no-such-host.invalid/", Optional.empty()).cause())
        .isEqualTo("NAME_NOT_RESOLVED");
  }

  @Test
  void a_certificate_must_be_of_a_trusted_authority_and_of_the_name_that_is_called()
      throws Exception {
    Path pem = directory.resolve("trusted.pem");
    HttpsServer named = secure("dns:localhost", pem);
    Path other = directory.resolve("other.pem");
    HttpsServer otherwise = secure("ip:127.0.0.1", other);
    try {
      String address = "https://localhost:" + named.getAddress().getPort() + "/";
      assertThat(send(address, Optional.of(pem)).verdict()).isEqualTo(Verdict.TAKEN);
      assertThat(send(address, Optional.empty()).cause()).isEqualTo("TLS_FAILED");
      assertThat(
              send(
                      "https://localhost:" + otherwise.getAddress().getPort() + "/",
                      Optional.of(other))
                  .cause())
          .isEqualTo("TLS_FAILED");
    } finally {
      named.stop(0);
      otherwise.stop(0);
    }
  }

  private Answer send(String address, Optional<Path> trusted) throws InterruptedException {
    return send(address, trusted, TIMEOUT);
  }

  private Answer send(String address, Optional<Path> trusted, Duration timeout)
      throws InterruptedException {
    Receivers receivers =
        new Receivers(
            vertx,
            new ReceiverSettings() {
              @Override
              public Optional<List<String>> hosts() {
                return Optional.of(
                    List.of("http://127.0.0.1:*", "localhost:*", "no-such-host.invalid"));
              }

              @Override
              public Duration timeout() {
                return timeout;
              }

              @Override
              public Optional<Path> trustedCertificates() {
                return trusted;
              }
            },
            Clock.systemUTC());
    try {
      return receivers.send(URI.create(address), EVENT, List.of("secret".getBytes(UTF_8)));
    } finally {
      receivers.close();
    }
  }

  private static HttpServer plain() throws IOException {
    HttpServer server = HttpServer.create(loopback(), 10);
    server.start();
    return server;
  }

  private HttpsServer secure(String name, Path certificate) throws Exception {
    Path store = directory.resolve(certificate.getFileName() + ".p12");
    keytool(
        "-genkeypair",
        "-alias",
        "receiver",
        "-keyalg",
        "EC",
        "-dname",
        "CN=receiver",
        "-ext",
        "san=" + name,
        "-validity",
        "2",
        "-storetype",
        "PKCS12",
        "-keystore",
        store.toString(),
        "-storepass",
        new String(PASSWORD));
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "receiver",
        "-keystore",
        store.toString(),
        "-storepass",
        new String(PASSWORD),
        "-file",
        certificate.toString());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(loopback(), 10);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void keytool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static ServerSocket listening() throws IOException {
    ServerSocket server = new ServerSocket();
    server.bind(loopback());
    return server;
  }

  private static String address(ServerSocket server) {
    return "http://127.0.0.1:" + server.getLocalPort() + "/";
  }

  /** What a server does with a connection. */
  private interface Manners {
    void with(Socket socket) throws IOException;
  }

  private static void serve(ServerSocket server, Manners manners) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    thread.execute(
        () -> {
          try (Socket socket = server.accept()) {
            manners.with(socket);
          } catch (IOException closed) {
            // The other side hung up, or the test is over.
          }
        });
    thread.shutdown();
  }

  /** Whoever answers before it was asked breaks the protocol and is a failure, rightly. */
  private static void awaitRequest(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int some = in.read();
      if (some < 0) {
        throw new IOException("The other side hung up.");
      }
      head.append((char) some);
    }
  }

  private static boolean isCut(InputStream in) throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException quiet) {
      return false;
    }
  }
}
