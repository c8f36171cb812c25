package disclosure.statistics.live;

import io.smallrye.mutiny.subscription.MultiEmitter;

/** One who watches a table. */
final class Listener {

  private final MultiEmitter<? super Update> connection;
  private String seen;

  /**
   * @param seen the tag of the state that the listener has already; empty when it has none
   */
  Listener(MultiEmitter<? super Update> connection, String seen) {
    this.connection = connection;
    this.seen = seen;
  }

  /** Sends a state unless the listener has it. */
  synchronized void offer(Update update) {
    if (!update.tag().equals(seen)) {
      seen = update.tag();
      connection.emit(update);
    }
  }

  /** Ends the connection, so that the listener connects to another instance. */
  void end() {
    connection.complete();
  }

  /** Sends what keeps the connection alive. */
  synchronized void beat() {
    connection.emit(Update.HEARTBEAT);
  }
}
