package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class ClientsGoneTest {

  private static final String SERVER =
      "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

  private final ClientsGone filter = new ClientsGone();

  @Test
  void that_a_client_has_left_is_not_told() {
    assertThat(filter.isLoggable(record(SERVER, new ClosedChannelException()))).isFalse();
    assertThat(filter.isLoggable(record(SERVER, new IOException(new ClosedChannelException()))))
        .isFalse();
    assertThat(filter.isLoggable(record(SERVER, new IOException("Connection reset by peer"))))
        .isFalse();
    assertThat(filter.isLoggable(record(SERVER, new SocketException("Connection reset"))))
        .isFalse();
    assertThat(
            filter.isLoggable(
                record(SERVER, new IllegalStateException(new IOException("Broken pipe")))))
        .isFalse();
  }

  @Test
  void all_else_is() {
    assertThat(filter.isLoggable(record(SERVER, new IOException("broken")))).isTrue();
    assertThat(filter.isLoggable(record(SERVER, new IllegalStateException("Broken pipe"))))
        .isTrue();
    assertThat(filter.isLoggable(record(SERVER, null))).isTrue();
    assertThat(filter.isLoggable(record("disclosure.edge.X", new ClosedChannelException())))
        .isTrue();
    assertThat(filter.isLoggable(record(null, new ClosedChannelException()))).isTrue();
  }

  private static LogRecord record(String logger, Throwable thrown) {
    LogRecord record = new LogRecord(Level.SEVERE, "Exception in SSE server handling");
    record.setLoggerName(logger);
    record.setThrown(thrown);
    return record;
  }
}
