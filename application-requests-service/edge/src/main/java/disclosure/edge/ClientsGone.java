package disclosure.edge;

import io.quarkus.logging.LoggingFilter;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves out of the log that a client has left while it was answered, which the server calls an
 * error when it was a stream. Nothing else that it says is left out.
 */
@LoggingFilter(name = "clients-gone")
public final class ClientsGone implements Filter {

  private static final String SERVER = "org.jboss.resteasy.reactive.";

  private static final Set<String> GONE =
      Set.of("Connection reset by peer", "Connection reset", "Broken pipe");

  @Override
  public boolean isLoggable(LogRecord record) {
    return record.getLoggerName() == null
        || !record.getLoggerName().startsWith(SERVER)
        || !isClosed(record.getThrown());
  }

  private static boolean isClosed(Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !isOfConnection(cause)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  /**
   * What the system says of a connection that its other side has given up has no class of its own.
   */
  private static boolean isOfConnection(Throwable cause) {
    return cause instanceof ClosedChannelException
        || cause instanceof IOException && GONE.contains(String.valueOf(cause.getMessage()));
  }
}
