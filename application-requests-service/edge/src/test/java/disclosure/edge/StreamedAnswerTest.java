package disclosure.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamedAnswerTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
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

  private static void send(RoutingContext request, Duration timeout, StreamingOutput content) {
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
