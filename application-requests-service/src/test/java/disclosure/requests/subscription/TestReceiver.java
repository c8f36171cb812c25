package disclosure.requests.subscription;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A system that is told of events, on a port of its own. */
public final class TestReceiver implements AutoCloseable {

  private static final int NEVER = -1;
  private static final int ENDLESS = -2;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private volatile ToIntFunction<Message> answers = message -> 204;
  private volatile Optional<String> retryAfter = Optional.empty();

  /** A message as it came in; {@code at} in nanoseconds. */
  record Message(String path, Headers headers, String body, long at) {

    String id() {
      return headers.getFirst("webhook-id");
    }

    String subject() {
      return id().substring(0, id().lastIndexOf(':'));
    }

    /** Whether one of the signatures is right, by the text of Standard Webhooks. */
    boolean isSignedWith(String secret) {
      String signed = id() + '.' + headers.getFirst("webhook-timestamp") + '.' + body;
      return Arrays.stream(headers.getFirst("webhook-signature").split(" "))
          .anyMatch(
              signature ->
                  MessageDigest.isEqual(
                      signature.getBytes(StandardCharsets.US_ASCII),
                      ("v1," + mac(secret.substring("whsec_".length()), signed))
                          .getBytes(StandardCharsets.US_ASCII)));
    }

    private static String mac(String key, String text) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256"));
        return Base64.getEncoder()
            .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      } catch (GeneralSecurityException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }

  private TestReceiver(HttpServer server) {
    this.server = server;
  }

  static TestReceiver start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
      TestReceiver receiver = new TestReceiver(server);
      server.setExecutor(receiver.threads);
      server.createContext("/", receiver::take);
      server.start();
      return receiver;
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** What it answers from now on, by the message. */
  void answers(ToIntFunction<Message> status) {
    answers = status;
  }

  void answers(int status) {
    answers(message -> status);
  }

  void asksToWait(String pause) {
    retryAfter = Optional.of(pause);
  }

  void neverAnswers() {
    answers(NEVER);
  }

  void answersWithoutEnd() {
    answers(ENDLESS);
  }

  List<Message> messages() {
    return messages;
  }

  List<Message> about(String subject) {
    return messages.stream().filter(message -> message.id().startsWith(subject + ":")).toList();
  }

  List<String> ids(String subject) {
    return about(subject).stream().map(Message::id).toList();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void take(HttpExchange exchange) throws IOException {
    Message message =
        new Message(
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders(),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            System.nanoTime());
    messages.add(message);
    int status = answers.applyAsInt(message);
    try (exchange) {
      if (status == NEVER) {
        closed.await();
      } else if (status == ENDLESS) {
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        byte[] some = new byte[8192];
        while (closed.getCount() > 0) {
          body.write(some);
          body.flush();
        }
      } else {
        retryAfter.ifPresent(pause -> exchange.getResponseHeaders().add("Retry-After", pause));
        if (status / 100 == 3) {
          exchange.getResponseHeaders().add("Location", address("/elsewhere"));
        }
        exchange.sendResponseHeaders(status, -1);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
