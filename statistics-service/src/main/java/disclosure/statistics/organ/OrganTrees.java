package disclosure.statistics.organ;

import disclosure.requests.contract.OrganKind;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The tree of organs of a snapshot. The last one is kept for as long as the snapshots' revision of
 * the organs is the same.
 */
public final class OrganTrees {

  private record Kept(UUID revision, OrganTree tree) {}

  private static final AtomicReference<Optional<Kept>> LAST =
      new AtomicReference<>(Optional.empty());

  private OrganTrees() {}

  /** The tree that the connection's snapshot holds; the transaction must be a repeatable read. */
  public static OrganTree read(Connection connection) throws SQLException {
    return at(connection, revision(connection, "SELECT revision FROM organ_revision"));
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
    OrganTree tree = load(connection);
    revision.ifPresent(known -> LAST.set(Optional.of(new Kept(known, tree))));
    return tree;
  }

  /** The tree of the revision, if it is the last one that was read. */
  public static Optional<OrganTree> ifKept(Optional<UUID> revision) {
    return LAST.get().filter(last -> revision.equals(Optional.of(last.revision()))).map(Kept::tree);
  }

  private static Optional<UUID> revision(Connection connection, String query) throws SQLException {
    return Sql.of(connection, query).first(UUID.class);
  }

  private static OrganTree load(Connection connection) throws SQLException {
    return new OrganTree(
        Sql.of(
                connection,
                """
                SELECT organ_code, name, kind, parent_code, valid_from, valid_to, successor_code,
                       formerly
                FROM organ_state ORDER BY organ_code
                """)
            .rows(OrganTrees::organ));
  }

  private static Organ organ(ResultSet row) throws SQLException {
    return new Organ(
        row.getString("organ_code"),
        row.getString("name"),
        OrganKind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("parent_code")),
        Optional.ofNullable(row.getObject("valid_from", LocalDate.class)),
        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
        Optional.ofNullable(row.getString("successor_code")),
        FormerTerms.read(row.getString("formerly")));
  }
}
