package disclosure.statistics.matrix;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The product's own queries, for tests of other packages. */
public final class TestTables {

  private TestTables() {}

  /** Table three of the given organs as it was recorded up to the moment. */
  public static List<MatrixRow> matrix(
      Connection connection, Collection<OrganCode> organs, Period period, Instant knownAt)
      throws SQLException {
    return Tables.matrix(
        connection, organs.stream().map(OrganCode::value).toList(), period, knownAt);
  }

  /** Table four of the given organs as it was recorded up to the moment. */
  public static List<DisputeRow> disputes(
      Connection connection, Collection<OrganCode> organs, Period period, Optional<Instant> knownAt)
      throws SQLException {
    return Tables.disputes(
        connection, organs.stream().map(OrganCode::value).toList(), period, knownAt);
  }

  /** Table three of the given organs. */
  public static List<MatrixRow> matrix(
      Connection connection, Collection<OrganCode> organs, Period period) throws SQLException {
    return Tables.matrix(connection, organs.stream().map(OrganCode::value).toList(), period);
  }
}
