package disclosure.statistics.reconcile;

import java.sql.Connection;
import java.sql.SQLException;

/** The comparison of daily counts with a recount of the states, for other features. */
public final class StateRecount {

  private StateRecount() {}

  /** How many daily cells differ, in the schema that the connection looks at. */
  public static long wrongCells(Connection connection) throws SQLException {
    return DriftQuery.run(connection).wrongCells();
  }
}
