package disclosure.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamedAnswerTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();
  private final Logger category = Logger.getLogger(StreamedAnswer.class.getName());
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AtomicReference<RoutingContext> asked = new AtomicReference<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          told.add(line.getLevel() + (line.getThrown() == null ? "" : " with its cause"));
        }

        @Override
        public void flush() {
          // Nothing is held back.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  @BeforeEach
  void listen() {
    category.addHandler(handler);
  }

  @AfterEach
  void close() {
    category.removeHandler(handler);
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_content_is_sent_to_its_end() throws Exception {
    assertThat(answer(LONG, out -> out.write("whole".getBytes(US_ASCII)))).isEqualTo("whole");
  }

  @Test
  void one_that_cannot_be_finished_is_no_whole_answer() {
    assertThatThrownBy(
            () ->
                answer(
                    LONG,
                    out -> {
                      out.write("part".getBytes(US_ASCII));
                      throw new IllegalStateException("the rest is gone");
                    }))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_fault_that_breaks_it_off_is_told_as_an_error_once() {
    brokenOffBy(new IllegalStateException("the rest is gone"));
    assertThat(told).containsExactly("ERROR with its cause");
  }

  @Test
  void what_cannot_be_read_or_kept_here_is_a_fault_too() {
    brokenOffBy(new IOException("No space left on device"));
    brokenOffBy(new UncheckedIOException(new IOException("No space left on device")));
    assertThat(told).containsExactly("ERROR with its cause", "ERROR with its cause");
  }

  @Test
  void an_outage_or_a_client_that_is_gone_is_no_fault() {
    brokenOffBy(new IllegalStateException(new SQLException("no connection", "08006")));
    hungUpBefore(new IOException("nobody takes it"));
    hungUpBefore(new IllegalStateException("nobody takes it"));
    // Who has hung up waits for nothing that comes after.
    await().untilAsserted(() -> assertThat(told).containsExactly("INFO", "INFO", "INFO"));
  }

  private void hungUpBefore(Exception failure) {
    assertThatThrownBy(
            () ->
                answer(
                    LONG,
                    out -> {
                      out.write("part".getBytes(US_ASCII));
                      RoutingContext request = asked.get();
                      request.request().connection().close();
                      await().until(request.response()::closed);
                      if (failure instanceof IOException gone) {
                        throw gone;
                      }
                      throw (RuntimeException) failure;
                    }))
        .isInstanceOf(IOException.class);
  }

  @Test
  void what_fails_before_anything_was_sent_is_told_by_whoever_answers_it() {
    assertThatCode(
            () ->
                answer(
                    LONG,
                    out -> {
                      throw new IllegalStateException("nothing is there");
                    }))
        .doesNotThrowAnyException();
    assertThat(told).isEmpty();
  }

  private void brokenOffBy(Exception failure) {
    assertThatThrownBy(
            () ->
                answer(
                    LONG,
                    out -> {
                      out.write("part".getBytes(US_ASCII));
                      if (failure instanceof IOException gone) {
                        throw gone;
                      }
                      throw (RuntimeException) failure;
                    }))
        .isInstanceOf(IOException.class);
  }

  @Test
  void one_that_takes_too_long_is_broken_off() {
    CountDownLatch over = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                answer(
                    Duration.ofMillis(300),
                    out -> {
                      out.write("part".getBytes(US_ASCII));
                      try {
                        over.await();
                      } catch (InterruptedException stopping) {
                        Thread.currentThread().interrupt();
                      }
                    }))
        .isInstanceOf(IOException.class);
    over.countDown();
  }

  /** What a client gets, from a server that ends the answer however its writing ended. */
  private String answer(Duration timeout, StreamingOutput content) throws Exception {
    Router router = Router.router(vertx);
    router.get().blockingHandler(request -> send(request, timeout, content));
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    URI address = URI.create("http://127.0.0.1:" + server.actualPort() + "/");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private void send(RoutingContext request, Duration timeout, StreamingOutput content) {
    asked.set(request);
    request.response().setChunked(true);
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int one) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(byte[] some, int offset, int length) {
            request
                .response()
                .write(Buffer.buffer().appendBytes(some, offset, length))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
          }
        };
    try {
      StreamedAnswer.of(request, timeout, content).write(out);
    } catch (IOException | RuntimeException told) {
      // As the framework does, the answer is ended all the same.
    }
    request.response().end();
  }
}
