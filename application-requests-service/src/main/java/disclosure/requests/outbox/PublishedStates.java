package disclosure.requests.outbox;

import disclosure.requests.contract.Topic;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A kind of record whose states are published: it can say what they are now. */
public interface PublishedStates {

  /**
   * Which records are meant.
   *
   * @param organ that they belong to; absent for all
   * @param subtree whether those of the organs below are meant too
   * @param day the day on which these are below
   * @param changedSince the earliest moment of their last change; absent for any
   */
  record Selection(
      Optional<String> organ, boolean subtree, LocalDate day, Optional<Instant> changedSince) {}

  /**
   * A record's present state, word for word as it was published.
   *
   * @param key the event's key
   */
  record Present(String key, long version, Supplier<Record> reading) {

    /** A state that could be read. */
    public static Present of(String key, long version, Record state) {
      return new Present(key, version, () -> state);
    }

    /** One that could not; whoever asks for it is told why. */
    static Present unreadable(String key, Exception failure) {
      return new Present(
          key,
          0,
          () -> {
            throw new IllegalStateException("a stored state can't be read", failure);
          });
    }

    Record state() {
      return reading.get();
    }
  }

  /** Where these states are published. */
  Topic topic();

  /**
   * The next states in the order of their keys. Their rows stay locked until the transaction ends,
   * so that no later change is published before them.
   *
   * @param after the last key that was read; empty at first
   */
  List<Present> next(Connection connection, Selection selection, String after, int most)
      throws SQLException;

  /** The state with the key, locked likewise. */
  List<Present> only(Connection connection, String key) throws SQLException;
}
