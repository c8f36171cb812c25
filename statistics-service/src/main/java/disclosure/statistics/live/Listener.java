package disclosure.statistics.live;

import disclosure.edge.CallerScope;
import disclosure.statistics.matrix.LiveMatrices;
import disclosure.statistics.matrix.LiveMatrices.Hierarchy;
import disclosure.statistics.matrix.LiveMatrices.Watched;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.Optional;

/**
 * One who watches a table. What is emitted only says that there is something to fetch, so that what
 * keeps a stalled connection alive never takes the place of a table.
 */
final class Listener {

  private final MultiEmitter<? super Listener> connection;
  private final CallerScope caller;
  private Hierarchy judgedBy;
  private String seen;
  private Optional<Update> pending = Optional.empty();
  private boolean ended;

  /**
   * @param caller who listens
   * @param judgedBy the hierarchy by which it may
   * @param seen the tag of the state that the listener has already; empty when it has none
   */
  Listener(
      MultiEmitter<? super Listener> connection,
      CallerScope caller,
      Hierarchy judgedBy,
      String seen) {
    this.connection = connection;
    this.caller = caller;
    this.judgedBy = judgedBy;
    this.seen = seen;
  }

  /** Sends a state unless the listener has it. */
  synchronized void offer(Update update) {
    if (!ended && !update.tag().equals(seen)) {
      seen = update.tag();
      pending = Optional.of(update);
      connection.emit(this);
    }
  }

  /** The newest state that wasn't fetched; what keeps the connection alive when there is none. */
  synchronized Update fetch() {
    Update next = pending.orElse(Update.HEARTBEAT);
    pending = Optional.empty();
    return next;
  }

  /** Ends the connection when the listener may not read any more by this hierarchy. */
  synchronized void judge(Watched watched, Hierarchy by) {
    if (!isJudgedBy(by)) {
      judgedBy = by;
      if (!LiveMatrices.isVisible(by, watched, caller)) {
        end();
      }
    }
  }

  /** Whether it was this hierarchy, and no other reading of it, by which the listener may read. */
  synchronized boolean isJudgedBy(Hierarchy hierarchy) {
    return judgedBy.equals(hierarchy);
  }

  /** Ends the connection; one who may connects again, to another instance. */
  synchronized void end() {
    ended = true;
    pending = Optional.empty();
    connection.complete();
  }

  /** Sends what keeps the connection alive. */
  void beat() {
    connection.emit(this);
  }
}
