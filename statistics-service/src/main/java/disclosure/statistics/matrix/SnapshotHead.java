package disclosure.statistics.matrix;

import disclosure.statistics.contract.AppliedPosition;
import disclosure.statistics.operations.SnapshotMark;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What every answer begins with, by one statement.
 *
 * @param mark what the snapshot shows
 * @param tree the organs in it
 * @param positions how far each partition is counted in it
 */
record SnapshotHead(SnapshotMark mark, OrganTree tree, List<AppliedPosition> positions) {

  private static final String SQL =
      "SELECT "
          + SnapshotMark.COLUMNS
          + ", (SELECT revision FROM organ_revision), topic, partition, next_offset"
          + " FROM (SELECT) AS head LEFT JOIN consumer_position ON true ORDER BY topic, partition";

  /** That of the connection's snapshot; the transaction must be a repeatable read. */
  static SnapshotHead of(Connection connection) throws SQLException {
    List<AppliedPosition> positions = new ArrayList<>();
    SnapshotMark mark;
    Optional<UUID> revision;
    try (PreparedStatement select = connection.prepareStatement(SQL);
        ResultSet row = select.executeQuery()) {
      row.next();
      mark = SnapshotMark.of(row);
      revision = Optional.ofNullable(row.getObject(3, UUID.class));
      do {
        String topic = row.getString(4);
        if (topic != null) {
          positions.add(new AppliedPosition(topic, row.getInt(5), row.getLong(6)));
        }
      } while (row.next());
    }
    return new SnapshotHead(mark, OrganTrees.at(connection, revision), positions);
  }
}
