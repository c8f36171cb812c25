package disclosure.statistics.matrix;

import disclosure.statistics.contract.AppliedPosition;
import disclosure.statistics.operations.SnapshotMark;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
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
public record SnapshotHead(SnapshotMark mark, OrganTree tree, List<AppliedPosition> positions) {

  private static final String SQL =
      "SELECT "
          + SnapshotMark.COLUMNS
          + """
          , (SELECT revision FROM organ_revision) AS organ_revision, topic, partition, next_offset
          FROM (SELECT) AS head LEFT JOIN consumer_position ON true ORDER BY topic, partition
          """;

  /** That of the connection's snapshot; the transaction must be a repeatable read. */
  public static SnapshotHead of(Connection connection) throws SQLException {
    List<Line> lines = Sql.of(connection, SQL).rows(Line::of);
    return new SnapshotHead(
        lines.get(0).mark(),
        OrganTrees.at(connection, lines.get(0).organRevision()),
        lines.stream().flatMap(line -> line.position().stream()).toList());
  }

  /** The same with the organs as they were known at the moment that a question names, if any. */
  public static SnapshotHead of(Connection connection, Question question) throws SQLException {
    SnapshotHead head = of(connection);
    return question.knownAt().isEmpty()
        ? head
        : new SnapshotHead(
            head.mark(),
            OrganTrees.known(connection, head.tree(), question.knownAt().get()),
            head.positions());
  }

  /** A row: the same mark and revision in each, and a partition if there is any. */
  private record Line(
      SnapshotMark mark, Optional<UUID> organRevision, Optional<AppliedPosition> position) {

    static Line of(ResultSet row) throws SQLException {
      String topic = row.getString("topic");
      return new Line(
          SnapshotMark.of(row),
          Optional.ofNullable(row.getObject("organ_revision", UUID.class)),
          topic == null
              ? Optional.empty()
              : Optional.of(
                  new AppliedPosition(topic, row.getInt("partition"), row.getLong("next_offset"))));
    }
  }
}
