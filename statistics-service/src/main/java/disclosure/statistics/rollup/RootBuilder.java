package disclosure.statistics.rollup;

import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO subtree_root (organ_code) VALUES (?)")) {
      insert.setString(1, root);
      insert.executeUpdate();
    }
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
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM subtree_count WHERE organ_code = ?")) {
      delete.setString(1, root);
      delete.executeUpdate();
    }
  }

  private static void addParts(
      Connection connection, String root, List<String> parts, SumTable sums) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT span, starts_on, cells FROM subtree_count WHERE organ_code = ANY (?)")) {
      select.setArray(1, connection.createArrayOf("text", parts.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sums.at(root, Span.valueOf(row.getString(1)), row.getObject(2, LocalDate.class))
              .add(row.getBytes(3), 1);
        }
      }
    }
  }

  /**
   * Adds the daily counts of the organs, without the changes that are folded in later: both as one
   * statement sees them.
   */
  private static void addCounts(
      Connection connection, String root, Set<String> organs, SumTable sums) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT NULL::bytea AS changes, day, place, sum(n)
            FROM daily_count WHERE organ_code = ANY (?)
            GROUP BY day, place
            UNION ALL
            SELECT changes, NULL, NULL, NULL FROM daily_change
            """)) {
      select.setArray(1, connection.createArrayOf("text", organs.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          byte[] changes = row.getBytes(1);
          if (changes == null) {
            add(sums, root, row.getObject(2, LocalDate.class), row.getInt(3), row.getLong(4));
          } else {
            PackedChanges.visit(
                changes,
                (organ, day, place, n) -> {
                  if (organs.contains(organ)) {
                    add(sums, root, day, place, -n);
                  }
                });
          }
        }
      }
    }
  }

  private static void add(SumTable sums, String root, LocalDate day, int place, long n) {
    for (Span span : Span.values()) {
      sums.at(root, span, day).add(place, n);
    }
  }
}
