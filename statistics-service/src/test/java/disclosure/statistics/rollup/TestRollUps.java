package disclosure.statistics.rollup;

import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.organ.OrganTree;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The background work and its reading, for tests of other packages. */
public final class TestRollUps {

  private TestRollUps() {}

  /** Brings the sums over subtrees of that many organs up to date. */
  public static void update(DataSource database, int fewestOrgans) throws SQLException {
    boolean more;
    do {
      more = RollUps.transact(database, Folding::fold);
    } while (more);
    do {
      more = RollUps.transact(database, connection -> RootBuilder.build(connection, fewestOrgans));
    } while (more);
  }

  /** The table from the sums, when there are any. */
  public static Optional<List<MatrixRow>> find(
      Connection connection, OrganTree tree, String organ, Period period) throws SQLException {
    return SubtreeCounts.find(connection, tree, organ, period, period.to());
  }
}
