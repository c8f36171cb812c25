package disclosure.statistics.rollup;

import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Compares the sums over subtrees with the daily counts. */
public final class SumAudit {

  private SumAudit() {}

  /**
   * The organs whose sums are not what the daily counts and the sums within their subtree say.
   *
   * @param connection of a repeatable read
   */
  public static List<String> wrongRoots(Connection connection) throws SQLException {
    OrganTree tree = OrganTrees.read(connection);
    Set<String> roots = Folding.roots(connection);
    List<String> wrong = new ArrayList<>();
    for (String root : roots) {
      if (!RootBuilder.sums(connection, tree, root, roots).isStored(connection, root)) {
        wrong.add(root);
      }
    }
    return wrong;
  }

  /** Withdraws wrong sums; they are made anew from the daily counts. */
  public static void withdraw(DataSource database, List<String> roots) throws SQLException {
    RollUps.transact(
        database,
        connection -> {
          OrganTrees.lock(connection);
          SubtreeRoots.delete(connection, roots);
          return false;
        });
  }
}
