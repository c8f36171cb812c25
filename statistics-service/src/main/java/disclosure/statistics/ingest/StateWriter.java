package disclosure.statistics.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Applies the states of one topic within the transaction of a batch. */
interface StateWriter {

  /**
   * Applies those of the events that are newer than what is held, whatever owners of other
   * partitions or positions do at the same time.
   *
   * @param rejections where records go that can't be counted
   * @return how many were applied, and how many were not newer
   */
  Applied apply(Connection connection, List<IncomingEvent> events, Rejections rejections)
      throws SQLException;
}
