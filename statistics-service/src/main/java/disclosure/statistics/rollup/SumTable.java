package disclosure.statistics.rollup;

import disclosure.storage.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    List<StoredSum> stored =
        Sql.of(
                connection,
                "SELECT span, starts_on, cells FROM subtree_count WHERE organ_code = :root")
            .with("root", root)
            .list(StoredSum.class);
    for (StoredSum sum : stored) {
      Key key = new Key(root, sum.span(), sum.startsOn());
      if (!Arrays.equals(sums.getOrDefault(key, new PackedCells()).toBytes(), sum.cells())) {
        return false;
      }
      open.remove(key);
    }
    return open.isEmpty();
  }

  /** A row of the table of sums. */
  private record StoredSum(Span span, LocalDate startsOn, byte[] cells) {}

  private static void store(Connection connection, List<Map.Entry<Key, PackedCells>> some)
      throws SQLException {
    List<Key> keys = some.stream().map(Map.Entry::getKey).toList();
    Array roots = connection.createArrayOf("text", keys.stream().map(Key::root).toArray());
    Array spans =
        connection.createArrayOf("text", keys.stream().map(key -> key.span().name()).toArray());
    Array starts =
        connection.createArrayOf(
            "date", keys.stream().map(key -> key.start().toString()).toArray());
    List<Optional<byte[]>> stored =
        Sql.of(
                connection,
                """
                SELECT held.cells
                FROM unnest(:roots, :spans, :starts)
                       WITH ORDINALITY AS sum (organ_code, span, starts_on, place)
                LEFT JOIN subtree_count held USING (organ_code, span, starts_on)
                ORDER BY place
                """)
            .with("roots", roots)
            .with("spans", spans)
            .with("starts", starts)
            .rows(row -> Optional.ofNullable(row.getBytes("cells")));
    byte[][] packed = new byte[some.size()][];
    for (int i = 0; i < packed.length; i++) {
      PackedCells sum = some.get(i).getValue();
      stored.get(i).ifPresent(held -> sum.add(held, 1));
      packed[i] = sum.toBytes();
    }
    Sql.of(
            connection,
            """
            INSERT INTO subtree_count (organ_code, span, starts_on, cells)
            SELECT * FROM unnest(:roots, :spans, :starts, :cells)
            ON CONFLICT (organ_code, span, starts_on) DO UPDATE SET cells = EXCLUDED.cells
            """)
        .with("roots", roots)
        .with("spans", spans)
        .with("starts", starts)
        .with("cells", connection.createArrayOf("bytea", packed))
        .update();
  }
}
