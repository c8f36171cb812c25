package disclosure.statistics.matrix;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The product's own queries, for tests of other packages. */
public final class TestTables {

  private TestTables() {}

  /** Table three of the given organs. */
  public static List<MatrixRow> matrix(
      Connection connection, Collection<OrganCode> organs, Period period) throws SQLException {
    return Tables.matrix(connection, organs.stream().map(OrganCode::value).toList(), period);
  }
}
