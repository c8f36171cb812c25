package disclosure.requests.subscription.receiver;

import disclosure.edge.outgoing.OutgoingPost;
import disclosure.edge.trace.TraceParent;
import disclosure.requests.outbox.published.CloudEvent;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;

/**
 * Sends messages. A call takes no longer than its timeout whatever the other side does, follows no
 * redirect, reads little of an answer and keeps none of it, and connects to the very address that
 * was looked at.
 */
@ApplicationScoped
public class Receivers {

  private static final int MAX_ANSWER_BYTES = 16 * 1024;

  /** More than ever wait at one host: those of all workers, and tests. */
  private static final int MAX_CONNECTIONS_TO_A_HOST = 50;

  /** Shorter than servers usually keep a connection that nobody uses. */
  private static final int KEEP_ALIVE_SECONDS = 3;

  private final Vertx vertx;
  private final Clock clock;
  private final AllowedHosts allowed;
  private final Duration timeout;
  private final HttpClient client;

  /** Calls with the settings of the deployment. */
  public Receivers(Vertx vertx, ReceiverSettings settings, Clock clock) {
    this.vertx = vertx;
    this.clock = clock;
    this.allowed = AllowedHosts.of(settings.hosts().orElse(List.of()));
    this.timeout = settings.timeout();
    HttpClientOptions options =
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_1_1)
            .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
            .setMaxPoolSize(MAX_CONNECTIONS_TO_A_HOST)
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
            .setTracingPolicy(TracingPolicy.IGNORE);
    settings
        .trustedCertificates()
        .ifPresent(
            file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    // What an exception says of an answer that is none is in its sender's words, and so for no log.
    this.client =
        vertx
            .httpClientBuilder()
            .with(options)
            .withConnectHandler(connection -> connection.exceptionHandler(told -> {}))
            .build();
  }

  /** Which may be called. */
  public AllowedHosts allowed() {
    return allowed;
  }

  /**
   * Tells a receiver of an event, signed with each of the secrets.
   *
   * @throws InterruptedException when the service ends meanwhile: the receiver may have it
   */
  public Answer send(URI address, CloudEvent event, List<byte[]> secrets)
      throws InterruptedException {
    return send(address, event, secrets, Optional.empty());
  }

  /**
   * The same.
   *
   * @param trace the recorded span that it is told in
   * @throws InterruptedException as above
   */
  public Answer send(
      URI address, CloudEvent event, List<byte[]> secrets, Optional<TraceParent> trace)
      throws InterruptedException {
    if (!allowed.allow(address)) {
      return Answer.failed("ADDRESS_NOT_ALLOWED");
    }
    long end = System.nanoTime() + timeout.toNanos();
    try {
      Optional<InetAddress> place = resolve(address, end);
      return place.isPresent()
          ? new Call(address, place.get(), end).send(event, secrets, trace)
          : Answer.failed("ADDRESS_NOT_ALLOWED");
    } catch (TimeoutException late) {
      return Answer.failed("TIMEOUT");
    } catch (ExecutionException failed) {
      return Answer.failed(cause(failed.getCause()));
    }
  }

  @PreDestroy
  void close() {
    client.close();
  }

  /** In a thread of its own, since the system's resolver can't be told how long to try. */
  private Optional<InetAddress> resolve(URI address, long end)
      throws InterruptedException, ExecutionException, TimeoutException {
    String host = address.getHost();
    InetAddress[] found =
        vertx
            .executeBlocking(() -> InetAddress.getAllByName(host), false)
            .toCompletionStage()
            .toCompletableFuture()
            .get(left(end), TimeUnit.NANOSECONDS);
    return Arrays.stream(found).filter(some -> AllowedHosts.mayBeAt(address, some)).findFirst();
  }

  private static long left(long end) {
    return Math.max(1, end - System.nanoTime());
  }

  private static String cause(Throwable failure) {
    for (Throwable some = failure; some != null; some = some.getCause()) {
      if (some instanceof UnknownHostException) {
        return "NAME_NOT_RESOLVED";
      }
      if (some instanceof SSLException) {
        return "TLS_FAILED";
      }
      if (some instanceof ConnectException) {
        return "NOT_CONNECTED";
      }
    }
    return "CONNECTION_LOST";
  }

  /** One call; what comes of it is known when the head of the answer is there. */
  private final class Call {

    private final URI address;
    private final InetAddress place;
    private final long end;
    private final OutgoingPost<Answer> post = new OutgoingPost<>();
    private final AtomicReference<Answer> head = new AtomicReference<>();
    private int read;

    Call(URI address, InetAddress place, long end) {
      this.address = address;
      this.place = place;
      this.end = end;
    }

    Answer send(CloudEvent event, List<byte[]> secrets, Optional<TraceParent> trace)
        throws InterruptedException, ExecutionException, TimeoutException {
      byte[] body = event.structured();
      long timestamp = clock.instant().getEpochSecond();
      RequestOptions options =
          OutgoingPost.to(address)
              .setServer(
                  SocketAddress.inetSocketAddress(
                      AllowedHosts.port(address), place.getHostAddress()))
              .putHeader("Content-Type", CloudEvent.STRUCTURED)
              .putHeader("User-Agent", "application-requests-service")
              .putHeader("webhook-id", event.id())
              .putHeader("webhook-timestamp", Long.toString(timestamp))
              .putHeader("webhook-signature", Signature.of(secrets, event.id(), timestamp, body));
      trace.ifPresent(span -> options.putHeader(TraceParent.HEADER, span.text()));
      post.send(client, options, Buffer.buffer(body), this::answered);
      try {
        return post.await(end);
      } catch (TimeoutException late) {
        return Optional.ofNullable(head.get()).orElseThrow(() -> late);
      } finally {
        post.end();
      }
    }

    private void answered(HttpClientResponse response) {
      head.set(
          Answer.of(
              response.statusCode(),
              Optional.ofNullable(response.getHeader("Retry-After")),
              clock));
      response
          .handler(
              chunk -> {
                read += chunk.length();
                if (read > MAX_ANSWER_BYTES) {
                  post.complete(head.get());
                  post.drop();
                }
              })
          .endHandler(all -> post.complete(head.get()))
          .exceptionHandler(cut -> post.complete(head.get()));
    }
  }
}
