package disclosure.edge.outgoing;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A POST to a server outside, which takes no longer than it may whatever the other side does, and
 * is dropped when nobody waits for it any more.
 *
 * @param <A> what comes of it
 */
public final class OutgoingPost<A> {

  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final Promise<A> answer = Promise.promise();
  private final AtomicReference<HttpClientRequest> open = new AtomicReference<>();

  /** To that very address, wherever the server says to go on. */
  public static RequestOptions to(URI address) {
    boolean secret = "https".equals(address.getScheme());
    String path =
        Optional.ofNullable(address.getRawPath()).filter(some -> !some.isEmpty()).orElse("/");
    String query = Optional.ofNullable(address.getRawQuery()).map(some -> "?" + some).orElse("");
    int usual = secret ? HTTPS_PORT : HTTP_PORT;
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setSsl(secret)
        .setHost(address.getHost())
        .setPort(address.getPort() < 0 ? usual : address.getPort())
        .setURI(path + query)
        .setFollowRedirects(false);
  }

  /**
   * Sends it.
   *
   * @param answered is told when the head of the answer is there
   */
  public void send(
      HttpClient client,
      RequestOptions options,
      Buffer body,
      Consumer<HttpClientResponse> answered) {
    client
        .request(options)
        .onSuccess(request -> begun(request, body, answered))
        .onFailure(answer::tryFail);
  }

  private void begun(
      HttpClientRequest request, Buffer body, Consumer<HttpClientResponse> answered) {
    open.set(request);
    if (answer.future().isComplete()) {
      drop();
      return;
    }
    request.send(body).onSuccess(answered::accept).onFailure(answer::tryFail);
  }

  /** This came of it, if nothing did before. */
  public void complete(A result) {
    answer.tryComplete(result);
  }

  /** It failed, if nothing came of it before. */
  public void fail(Throwable cause) {
    answer.tryFail(cause);
  }

  /**
   * What comes of it.
   *
   * @param end until when, by {@link System#nanoTime}
   * @throws TimeoutException when nothing did until then
   * @throws ExecutionException with why it failed
   */
  public A await(long end) throws TimeoutException, ExecutionException, InterruptedException {
    return answer
        .future()
        .toCompletionStage()
        .toCompletableFuture()
        .get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  /** Nobody waits for it any more; unless something came of it, its connection is dropped. */
  public void end() {
    answer.tryFail("over");
    if (!answer.future().succeeded()) {
      drop();
    }
  }

  /** Reads no more of it. */
  public void drop() {
    Optional.ofNullable(open.get()).ifPresent(HttpClientRequest::reset);
  }
}
