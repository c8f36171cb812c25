package disclosure.report.signing;

import disclosure.edge.outgoing.OutgoingPost;
import disclosure.report.signature.StampDigest;
import disclosure.report.signature.TimeStamp;
import disclosure.report.signature.TimeStampQuery;
import disclosure.report.signature.TimeStampVerifier;
import disclosure.report.signature.UnusableTimeStamp;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;

/**
 * Asks an authority for time stamps (RFC 3161 over HTTP). A call takes no longer than its timeout
 * whatever the other side does, follows no redirect, and reads no more than a stamp may take.
 */
@Startup
@Singleton
class TimeStampAuthority {

  private static final Logger LOG = Logger.getLogger(TimeStampAuthority.class);

  /** Some ten times what a stamp with its certificates takes. */
  static final int MAX_ANSWER_BYTES = 64 * 1024;

  private static final int MAX_CAUSES = 20;
  private static final int OK = 200;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final Optional<Authority> authority;
  private final Clock clock;
  private final HttpClient client;
  private final Duration timeout;
  private final Duration pause;
  private final StampDigest digest;

  private record Authority(URI url, TimeStampVerifier verifier) {}

  TimeStampAuthority(Vertx vertx, TimeStampSettings settings, Clock clock) {
    this.clock = clock;
    this.timeout = settings.timeout();
    this.pause = settings.pause();
    this.digest = settings.digest();
    this.authority =
        settings.url().map(url -> new Authority(checked(url), verifier(settings.certificates())));
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                .setTracingPolicy(TracingPolicy.IGNORE));
    authority.ifPresent(
        one -> LOG.infof("Signatures over published documents are stamped by %s", one.url()));
  }

  private static URI checked(URI url) {
    if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && url.getHost() != null
        && url.getUserInfo() == null) {
      return url;
    }
    throw new IllegalStateException(
        "The address of the authority for time stamps (TIME_STAMP_URL) must begin with http:// or"
            + " https:// and hold no password");
  }

  private static TimeStampVerifier verifier(Optional<Path> certificates) {
    try {
      return TimeStampVerifier.believing(
          certificates.orElseThrow(() -> new IOException("not named")));
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "The certificates of the authority for time stamps (TIME_STAMP_CERTIFICATES) can't be"
              + " read as PEM or DER");
    }
  }

  @PreDestroy
  void close() {
    client.close();
  }

  boolean isConfigured() {
    return authority.isPresent();
  }

  /** After how long it is asked again when it was away. */
  Duration pause() {
    return pause;
  }

  /**
   * A time stamp over a signature.
   *
   * @throws AuthorityAway when it can't be had now
   * @throws UnusableTimeStamp when what is answered is none that can be kept
   */
  TimeStamp stamp(byte[] signature) throws AuthorityAway, UnusableTimeStamp, InterruptedException {
    Authority asked = authority.orElseThrow();
    TimeStampQuery query = TimeStampQuery.over(signature, digest);
    byte[] answer = new Call(asked.url()).answer(query.encoded());
    return asked.verifier().take(query, answer, clock.instant());
  }

  /**
   * Why there is no answer.
   *
   * @throws UnusableTimeStamp when it is nothing that passes by itself
   */
  static AuthorityAway away(Throwable failure) throws UnusableTimeStamp {
    if (failure instanceof UnusableTimeStamp unusable) {
      throw unusable;
    }
    if (failure instanceof AuthorityAway away) {
      return away;
    }
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (cause instanceof UnknownHostException) {
        throw new UnusableTimeStamp(
            "The host of the authority for time stamps (TIME_STAMP_URL) is not known");
      }
      if (cause instanceof SSLException) {
        throw new UnusableTimeStamp(
            "The authority for time stamps (TIME_STAMP_URL) can't be asked over HTTPS: the"
                + " certificate of its server is not believed, has ended or is another host's, or"
                + " it speaks no TLS");
      }
      cause = cause.getCause();
    }
    return new AuthorityAway("NOT_CONNECTED");
  }

  /** One call. */
  private final class Call {

    private final URI url;
    private final long end = System.nanoTime() + timeout.toNanos();
    private final OutgoingPost<byte[]> post = new OutgoingPost<>();
    private final Buffer body = Buffer.buffer();

    Call(URI url) {
      this.url = url;
    }

    byte[] answer(byte[] question) throws AuthorityAway, UnusableTimeStamp, InterruptedException {
      RequestOptions options =
          OutgoingPost.to(url)
              .putHeader("Content-Type", "application/timestamp-query")
              .putHeader("Accept", "application/timestamp-reply")
              .putHeader("User-Agent", "report-service");
      post.send(client, options, Buffer.buffer(question), this::answered);
      try {
        return post.await(end);
      } catch (TimeoutException late) {
        throw new AuthorityAway("TIMEOUT");
      } catch (ExecutionException failed) {
        throw away(failed.getCause());
      } finally {
        post.end();
      }
    }

    private void answered(HttpClientResponse response) {
      response.exceptionHandler(cut -> post.fail(new AuthorityAway("CONNECTION_LOST")));
      int status = response.statusCode();
      if (status != OK) {
        boolean later =
            status >= SERVER_ERROR || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT;
        post.fail(
            later
                ? new AuthorityAway("HTTP_" + status)
                : new UnusableTimeStamp(
                    "The authority for time stamps (TIME_STAMP_URL) answers with status "
                        + status));
        post.drop();
        return;
      }
      response.handler(this::read).endHandler(all -> post.complete(body.getBytes()));
    }

    private void read(Buffer some) {
      if (body.length() + some.length() > MAX_ANSWER_BYTES) {
        post.fail(
            new UnusableTimeStamp(
                "What the authority for time stamps (TIME_STAMP_URL) answers is larger than"
                    + " 64 KB"));
        post.drop();
      } else {
        body.appendBuffer(some);
      }
    }
  }
}
