package disclosure.statistics.rollup;

import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sums up the subtrees that are worth it and have no sums yet, small ones first. */
final class RootBuilder {

  private RootBuilder() {}

  /**
   * Sums up one subtree within the transaction.
   *
   * @param fewest organs that a subtree must have; smaller ones are counted when asked
   * @return whether there may be more
   */
  static boolean build(Connection connection, int fewest) throws SQLException {
    OrganTree tree = OrganTrees.lock(connection);
    Set<String> roots = Folding.roots(connection);
    Optional<String> smallest = smallestMissing(tree, roots, fewest);
    if (smallest.isPresent()) {
      build(connection, tree, smallest.get(), roots);
    }
    return smallest.isPresent();
  }

  /** Whether there is anything to build; asked without the lock. */
  static boolean isNeeded(Connection connection, int fewest) throws SQLException {
    return smallestMissing(OrganTrees.read(connection), Folding.roots(connection), fewest)
        .isPresent();
  }

  private static Optional<String> smallestMissing(OrganTree tree, Set<String> roots, int fewest) {
    return tree.sizes().entrySet().stream()
        .filter(size -> size.getValue() >= fewest && !roots.contains(size.getKey()))
        .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  private static void build(Connection connection, OrganTree tree, String root, Set<String> roots)
      throws SQLException {
    delete(connection, root);
    sums(connection, tree, root, roots).store(connection);
    Sql.of(connection, "INSERT INTO subtree_root (organ_code) VALUES (:root)")
        .with("root", root)
        .update();
  }

  /** What the sums over a subtree are, from those over the subtrees within it and daily counts. */
  static SumTable sums(Connection connection, OrganTree tree, String root, Set<String> roots)
      throws SQLException {
    Set<String> rest = new HashSet<>(tree.subtree(root));
    List<String> parts = new ArrayList<>();
    // The largest first: what is below one is in its sums.
    roots.stream()
        .filter(other -> rest.contains(other) && !other.equals(root))
        .sorted(Comparator.comparing(other -> -tree.sizes().get(other)))
        .forEach(
            part -> {
              if (rest.contains(part)) {
                parts.add(part);
                tree.subtree(part).forEach(rest::remove);
              }
            });
    SumTable sums = new SumTable();
    addParts(connection, root, parts, sums);
    addCounts(connection, root, rest, sums);
    return sums;
  }

  private static void delete(Connection connection, String root) throws SQLException {
    Sql.of(connection, "DELETE FROM subtree_count WHERE organ_code = :root")
        .with("root", root)
        .update();
  }

  private static void addParts(
      Connection connection, String root, List<String> parts, SumTable sums) throws SQLException {
    Sql.of(
            connection,
            "SELECT span, starts_on, cells FROM subtree_count WHERE organ_code = ANY (:parts)")
        .array("parts", "text", parts)
        .forEach(
            row ->
                sums.at(
                        root,
                        Span.valueOf(row.getString("span")),
                        row.getObject("starts_on", LocalDate.class))
                    .add(row.getBytes("cells"), 1));
  }

  /**
   * Adds the daily counts of the organs, without the changes that are folded in later: both as one
   * statement sees them.
   */
  private static void addCounts(
      Connection connection, String root, Set<String> organs, SumTable sums) throws SQLException {
    Sql.of(
            connection,
            """
            SELECT NULL::bytea AS changes, day, place, sum(n) AS n
            FROM daily_count WHERE organ_code = ANY (:organs)
            GROUP BY day, place
            UNION ALL
            SELECT changes, NULL, NULL, NULL FROM daily_change
            """)
        .array("organs", "text", organs)
        .forEach(
            row -> {
              byte[] changes = row.getBytes("changes");
              if (changes == null) {
                LocalDate day = row.getObject("day", LocalDate.class);
                add(sums, root, day, row.getInt("place"), row.getLong("n"));
              } else {
                PackedChanges.visit(
                    changes,
                    (organ, day, place, n) -> {
                      if (organs.contains(organ)) {
                        add(sums, root, day, place, -n);
                      }
                    });
              }
            });
  }

  private static void add(SumTable sums, String root, LocalDate day, int place, long n) {
    for (Span span : Span.values()) {
      sums.at(root, span, day).add(place, n);
    }
  }
}
