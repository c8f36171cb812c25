package disclosure.storage.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A sort of background work. What {@link #work} and its {@link Result} throw is an attempt that
 * failed, and is held against the piece alone; an outage of the database is held against nobody.
 */
public interface JobKind {

  /** Its name, under which its jobs are stored, counted and listed. */
  String name();

  /** How many threads of each instance work on it; 0: this instance leaves it to others. */
  default int workers() {
    return 1;
  }

  /**
   * Whether an instance without workers {@link #look looks} all the same: where that also clears
   * away what was ordered.
   */
  default boolean looksWithoutWorkers() {
    return false;
  }

  /**
   * Whether those who order take turns: the next piece is of whoever's turn was longest ago, and
   * nobody waits for all that another one ordered before. Otherwise the oldest order comes first.
   */
  default boolean takesTurns() {
    return false;
  }

  /**
   * How often its pieces are tried, and after which pause again.
   *
   * @param usual what every kind has that says nothing else; when it looks for work and how long it
   *     claims it is the same for all
   */
  default JobSettings settings(JobSettings usual) {
    return usual;
  }

  /**
   * Looks, in a transaction of its own and before each look for pieces, whether there is something
   * to order: what is found by a query, or was ordered by a release without this kind of job.
   */
  default void look(Connection connection, Jobs jobs) throws SQLException {}

  /**
   * Works on a piece, outside any transaction and however long, since its claim is renewed
   * meanwhile. Work on the database alone is all left to the result.
   *
   * @throws Postponed when something else that it needs is away, however often
   */
  Result work(Piece piece) throws Exception;

  /**
   * Is told, in the last one's transaction and under the job's lock, that no piece is left but
   * parked ones. It is told again when one of these was done later.
   */
  default void finished(Connection connection, UUID job) throws SQLException {}

  /**
   * Is told, in the transaction that calls the job off and under the job's lock, that nothing more
   * of it is done.
   */
  default void cancelled(Connection connection, UUID job) throws SQLException {}

  /** What comes of a piece. */
  @FunctionalInterface
  interface Result {

    /**
     * Stores it, in the very transaction that finishes the piece; if the claim was lost, nothing is
     * stored. It may be asked again from its beginning.
     *
     * @param rows works on rows one by one, so that one that fails holds up no other
     */
    Progress store(Connection connection, Rows rows) throws SQLException;
  }
}
