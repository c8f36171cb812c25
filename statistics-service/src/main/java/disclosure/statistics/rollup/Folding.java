package disclosure.statistics.rollup;

import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves changes of the daily counts into the sums. */
final class Folding {

  /** Of some hundred changes each while many come in. */
  private static final int MAX_BATCHES = 60;

  private Folding() {}

  /**
   * Moves the changes of some transactions.
   *
   * @return whether there may be more
   */
  static boolean fold(Connection connection) throws SQLException {
    OrganTree tree = OrganTrees.lock(connection);
    Set<String> roots = roots(connection);
    Map<String, List<String>> rootsOf = new HashMap<>();
    SumTable sums = new SumTable();
    boolean any =
        DailyChanges.take(
            connection,
            MAX_BATCHES,
            (organ, day, place, n) -> {
              for (String root : rootsOf.computeIfAbsent(organ, code -> above(tree, code, roots))) {
                for (Span span : Span.values()) {
                  sums.at(root, span, day).add(place, n);
                }
              }
            });
    sums.store(connection);
    return any;
  }

  private static List<String> above(OrganTree tree, String organ, Set<String> roots) {
    List<String> above = new ArrayList<>(tree.line(organ));
    above.retainAll(roots);
    return above;
  }

  /** Organs over whose subtrees there are sums. */
  static Set<String> roots(Connection connection) throws SQLException {
    return new HashSet<>(
        Sql.of(connection, "SELECT organ_code FROM subtree_root").list(String.class));
  }
}
