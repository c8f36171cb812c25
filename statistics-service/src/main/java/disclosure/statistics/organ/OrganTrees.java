package disclosure.statistics.organ;

import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.OrganTerm;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * The tree of organs of a snapshot. The last one is kept for as long as the snapshots' revision of
 * the organs is the same.
 */
public final class OrganTrees {

  private static final Logger LOG = Logger.getLogger(OrganTrees.class);

  /**
   * A tree that was read.
   *
   * @param odd the organs of which something can't be read
   */
  private record Loaded(OrganTree tree, List<String> odd) {}

  private record Kept(UUID revision, Loaded loaded) {

    OrganTree tree() {
      return loaded.tree();
    }
  }

  /** A tree with some organs as they were known before. */
  private record Known(OrganTree present, List<Organ> before, OrganTree tree) {

    boolean isOf(OrganTree now, List<Organ> then) {
      return present == now && before.equals(then);
    }
  }

  private static final AtomicReference<Optional<Kept>> LAST =
      new AtomicReference<>(Optional.empty());

  private static final AtomicReference<Optional<Known>> LAST_KNOWN =
      new AtomicReference<>(Optional.empty());

  private OrganTrees() {}

  /** The tree that the connection's snapshot holds; the transaction must be a repeatable read. */
  public static OrganTree read(Connection connection) throws SQLException {
    return at(connection, revision(connection, "SELECT revision FROM organ_revision"));
  }

  /** The same as it was known at a moment, if one is given. */
  public static OrganTree read(Connection connection, Optional<Instant> knownAt)
      throws SQLException {
    OrganTree tree = read(connection);
    return knownAt.isPresent() ? known(connection, tree, knownAt.get()) : tree;
  }

  /**
   * The tree of the snapshot as it was known at a moment. An organ of which nothing was known then
   * is what was known of it first. The last one is kept: between two changes of organs all moments
   * have the same.
   */
  public static OrganTree known(Connection connection, OrganTree tree, Instant knownAt)
      throws SQLException {
    List<Organ> before =
        Sql.of(
                connection,
                """
                SELECT DISTINCT ON (organ_code)
                       organ_code, name, kind, parent_code, valid_from, valid_to, successor_code,
                       formerly
                FROM organ_history
                WHERE organ_code IN (SELECT organ_code FROM organ_history
                                      WHERE recorded_at > :knownAt)
                ORDER BY organ_code, recorded_at > :knownAt,
                         CASE WHEN recorded_at > :knownAt THEN version ELSE -version END
                """)
            .with("knownAt", knownAt)
            .rows(row -> organ(row, new ArrayList<>()));
    if (before.isEmpty()) {
      return tree;
    }
    Optional<Known> last = LAST_KNOWN.get();
    if (last.filter(kept -> kept.isOf(tree, before)).isPresent()) {
      return last.get().tree();
    }
    OrganTree known = tree.before(before);
    LAST_KNOWN.set(Optional.of(new Known(tree, before, known)));
    return known;
  }

  /**
   * The tree, which nobody changes until the transaction ends. Of those that call this at a time,
   * one goes on and the others wait.
   */
  public static OrganTree lock(Connection connection) throws SQLException {
    return at(connection, revision(connection, "SELECT revision FROM organ_revision FOR UPDATE"));
  }

  /** Says that organs have changed; to be called after the change, under the lock. */
  public static void changed(Connection connection) throws SQLException {
    Sql.of(
            connection,
            """
            INSERT INTO organ_revision (revision) VALUES (gen_random_uuid())
            ON CONFLICT (one) DO UPDATE SET revision = EXCLUDED.revision
            """)
        .update();
  }

  /**
   * The tree of the revision, which the connection's snapshot has.
   *
   * @param revision empty before the first one
   */
  public static OrganTree at(Connection connection, Optional<UUID> revision) throws SQLException {
    Optional<Kept> last = LAST.get();
    if (last.isPresent() && revision.equals(last.map(Kept::revision))) {
      return last.get().tree();
    }
    Loaded loaded = load(connection);
    revision.ifPresent(known -> keep(new Kept(known, loaded)));
    return loaded.tree();
  }

  /** Organs of which something can't be read, in the last tree. */
  static int odd() {
    return LAST.get().map(kept -> kept.loaded().odd().size()).orElse(0);
  }

  /**
   * Keeps a tree for the next, and tells of what is odd in it, unless the one before had it too.
   */
  private static void keep(Kept kept) {
    Optional<Kept> before = LAST.getAndSet(Optional.of(kept));
    List<String> odd = kept.loaded().odd();
    if (!odd.isEmpty() && !before.map(Kept::loaded).map(Loaded::odd).equals(Optional.of(odd))) {
      LOG.errorf(
          "%d organs can't be read whole, the first %s: one of an unknown kind is taken for OTHER, one whose past"
              + " can't be read for one without",
          odd.size(), odd.get(0));
    }
  }

  /** The tree of the revision, if it is the last one that was read. */
  public static Optional<OrganTree> ifKept(Optional<UUID> revision) {
    return LAST.get().filter(last -> revision.equals(Optional.of(last.revision()))).map(Kept::tree);
  }

  private static Optional<UUID> revision(Connection connection, String query) throws SQLException {
    return Sql.of(connection, query).first(UUID.class);
  }

  private static Loaded load(Connection connection) throws SQLException {
    List<String> odd = new ArrayList<>();
    OrganTree tree =
        new OrganTree(
            Sql.of(
                    connection,
                    """
                    SELECT organ_code, name, kind, parent_code, valid_from, valid_to, successor_code,
                           formerly
                    FROM organ_state ORDER BY organ_code
                    """)
                .rows(row -> organ(row, odd)));
    return new Loaded(tree, List.copyOf(odd));
  }

  /** The organ; what can't be read of it is left out, so that all others are still counted. */
  private static Organ organ(ResultSet row, List<String> odd) throws SQLException {
    String code = row.getString("organ_code");
    Optional<OrganKind> kind = kind(row.getString("kind"));
    Optional<List<OrganTerm>> formerly = FormerTerms.read(row.getString("formerly"));
    if (kind.isEmpty() || formerly.isEmpty()) {
      odd.add(code);
    }
    return new Organ(
        code,
        row.getString("name"),
        kind.orElse(OrganKind.OTHER),
        Optional.ofNullable(row.getString("parent_code")),
        Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
        Optional.ofNullable(row.getString("successor_code")),
        formerly.orElse(List.of()));
  }

  private static Optional<OrganKind> kind(String name) {
    return Arrays.stream(OrganKind.values()).filter(kind -> kind.name().equals(name)).findFirst();
  }
}
