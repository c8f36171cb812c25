package disclosure.edge;

import disclosure.storage.FailureKind;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * A content that is sent while it is made. One that can't be finished, or that a client is too slow
 * to take, is broken off with its connection: nobody takes a part of it for the whole.
 */
public final class StreamedAnswer {

  private static final Logger LOG = Logger.getLogger(StreamedAnswer.class);

  private StreamedAnswer() {}

  /**
   * Sends the content.
   *
   * @param timeout how long it may take altogether
   * @param content writes it, and throws when it can't go on; before anything was sent, that is
   *     answered as any other failure
   */
  public static StreamingOutput of(
      RoutingContext request, Duration timeout, StreamingOutput content) {
    return out -> {
      long timer =
          request
              .vertx()
              .setTimer(timeout.toMillis(), late -> request.request().connection().close());
      try {
        content.write(out);
      } catch (IOException | RuntimeException failure) {
        if (!request.response().headWritten()) {
          throw failure;
        }
        if (request.response().closed() || FailureKind.of(failure) != FailureKind.PERMANENT) {
          // The client is gone, or was too slow, or the database is away.
          LOG.infof("An answer was broken off: %s", failure.getClass().getName());
        } else {
          LOG.error("An answer was broken off by a fault", failure);
        }
        request.request().connection().close();
        throw new BadRequestException(failure);
      } finally {
        request.vertx().cancelTimer(timer);
      }
    };
  }
}
