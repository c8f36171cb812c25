package disclosure.statistics.rollup;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sums that are about to be stored. Only one transaction at a time may store any. */
final class SumTable {

  /** Which sum it is. */
  record Key(String root, Span span, LocalDate start) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = root.compareTo(other.root);
      order = order == 0 ? span.compareTo(other.span) : order;
      return order == 0 ? start.compareTo(other.start) : order;
    }
  }

  private static final int ROWS_AT_A_TIME = 5_000;

  private final Map<Key, PackedCells> sums = new HashMap<>();

  PackedCells at(String root, Span span, LocalDate day) {
    return sums.computeIfAbsent(
        new Key(root, span, span.startOf(day)), absent -> new PackedCells());
  }

  /** Adds all to what is stored. */
  void store(Connection connection) throws SQLException {
    List<Map.Entry<Key, PackedCells>> all = new ArrayList<>(sums.entrySet());
    all.sort(Map.Entry.comparingByKey());
    for (int from = 0; from < all.size(); from += ROWS_AT_A_TIME) {
      store(connection, all.subList(from, Math.min(all.size(), from + ROWS_AT_A_TIME)));
    }
  }

  /** Whether what is stored of the root is just this. */
  boolean isStored(Connection connection, String root) throws SQLException {
    Set<Key> open = new HashSet<>();
    sums.forEach(
        (key, cells) -> {
          if (!cells.isZero()) {
            open.add(key);
          }
        });
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT span, starts_on, cells FROM subtree_count WHERE organ_code = ?")) {
      select.setString(1, root);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Key key =
              new Key(root, Span.valueOf(row.getString(1)), row.getObject(2, LocalDate.class));
          byte[] wanted = sums.getOrDefault(key, new PackedCells()).toBytes();
          if (!Arrays.equals(wanted, row.getBytes(3))) {
            return false;
          }
          open.remove(key);
        }
      }
    }
    return open.isEmpty();
  }

  private static void store(Connection connection, List<Map.Entry<Key, PackedCells>> some)
      throws SQLException {
    List<Key> keys = some.stream().map(Map.Entry::getKey).toList();
    Array roots = connection.createArrayOf("text", keys.stream().map(Key::root).toArray());
    Array spans =
        connection.createArrayOf("text", keys.stream().map(key -> key.span().name()).toArray());
    Array starts =
        connection.createArrayOf(
            "date", keys.stream().map(key -> key.start().toString()).toArray());
    List<byte[]> packed = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT held.cells
            FROM unnest(?, ?, ?) WITH ORDINALITY AS sum (organ_code, span, starts_on, place)
            LEFT JOIN subtree_count held USING (organ_code, span, starts_on)
            ORDER BY place
            """)) {
      select.setArray(1, roots);
      select.setArray(2, spans);
      select.setArray(3, starts);
      try (ResultSet row = select.executeQuery()) {
        for (Map.Entry<Key, PackedCells> sum : some) {
          row.next();
          byte[] held = row.getBytes(1);
          if (held != null) {
            sum.getValue().add(held, 1);
          }
          packed.add(sum.getValue().toBytes());
        }
      }
    }
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO subtree_count (organ_code, span, starts_on, cells)
            SELECT * FROM unnest(?, ?, ?, ?)
            ON CONFLICT (organ_code, span, starts_on) DO UPDATE SET cells = EXCLUDED.cells
            """)) {
      upsert.setArray(1, roots);
      upsert.setArray(2, spans);
      upsert.setArray(3, starts);
      upsert.setArray(4, connection.createArrayOf("bytea", packed.toArray(byte[][]::new)));
      upsert.executeUpdate();
    }
  }
}
