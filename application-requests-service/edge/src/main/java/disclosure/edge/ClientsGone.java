package disclosure.edge;

import io.quarkus.logging.LoggingFilter;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Leaves out of the log that a client has left while it was answered, which the server calls an
 * error when it was a stream. Nothing else that it says is left out.
 */
@LoggingFilter(name = "clients-gone")
public final class ClientsGone implements Filter {

  private static final String SERVER = "org.jboss.resteasy.reactive.";

  @Override
  public boolean isLoggable(LogRecord record) {
    return record.getLoggerName() == null
        || !record.getLoggerName().startsWith(SERVER)
        || !isClosed(record.getThrown());
  }

  private static boolean isClosed(Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof ClosedChannelException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }
}
