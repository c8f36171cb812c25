package disclosure.edge.job;

import disclosure.edge.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Where a service keeps who called off what of its background work, or had it tried again. */
public interface JobJournal {

  /** A job was called off, in this transaction. */
  void cancelled(Connection connection, Caller caller, UUID job) throws SQLException;

  /** A parked piece is tried again, once this transaction ends. */
  void retried(Connection connection, Caller caller, long piece) throws SQLException;
}
