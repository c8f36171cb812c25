package disclosure.statistics.matrix;

import disclosure.statistics.contract.AppliedPosition;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.count.CellIndex;
import disclosure.statistics.count.PeriodTotals;
import disclosure.statistics.operations.SnapshotMark;
import disclosure.statistics.organ.OrganTrees;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The present table of one organ by itself, which is what is asked most, and what its answer begins
 * with: by one statement, which is a snapshot without a transaction around it.
 */
record OwnTable(SnapshotHead head, List<MatrixRow> rows) {

  private static final String SQL =
      "SELECT "
          + SnapshotMark.COLUMNS
          + """
          , (SELECT revision FROM organ_revision) AS organ_revision, topic, partition, next_offset,
            NULL::smallint AS place, NULL::bigint AS before_period, NULL::bigint AS within_period
          FROM (SELECT) AS head LEFT JOIN consumer_position ON true
          UNION ALL
          SELECT NULL, NULL, NULL, NULL, NULL, NULL, place, before_period, within_period
          FROM own_totals(:organ, :from, :to)
          """;

  static boolean answers(Question question) {
    return question.scope() == Scope.OWN && question.knownAt().isEmpty();
  }

  /**
   * Empty when the hierarchy was changed since it was read last, as it is of another snapshot then;
   * and when other organs were merged into this one.
   */
  static Optional<OwnTable> read(DataSource database, Question question) {
    try (Connection connection = database.getConnection()) {
      Reading reading = new Reading();
      Sql.of(connection, SQL)
          .with("organ", question.organ())
          .with("from", question.period().from())
          .with("to", question.period().to())
          .forEach(reading::add);
      return reading.table().filter(table -> !MergedOrgans.isAny(table.head().tree(), question));
    } catch (SQLException failure) {
      throw new IllegalStateException("the counts can't be read", failure);
    }
  }

  /** What the rows have said so far. */
  private static final class Reading {

    private final PeriodTotals totals = new PeriodTotals();
    private final List<AppliedPosition> positions = new ArrayList<>();
    private Optional<SnapshotMark> mark = Optional.empty();
    private Optional<UUID> revision = Optional.empty();

    void add(ResultSet row) throws SQLException {
      int number = row.getInt("place");
      if (!row.wasNull()) {
        CellIndex place = CellIndex.at(number);
        totals.add(
            place.row(), place.type(), row.getLong("before_period"), row.getLong("within_period"));
        return;
      }
      mark = Optional.of(SnapshotMark.of(row));
      revision = Optional.ofNullable(row.getObject("organ_revision", UUID.class));
      String topic = row.getString("topic");
      if (topic != null) {
        positions.add(
            new AppliedPosition(topic, row.getInt("partition"), row.getLong("next_offset")));
      }
    }

    Optional<OwnTable> table() {
      positions.sort(
          Comparator.comparing(AppliedPosition::topic).thenComparing(AppliedPosition::partition));
      SnapshotMark shown = mark.orElseThrow();
      return OrganTrees.ifKept(revision)
          .map(tree -> new OwnTable(new SnapshotHead(shown, tree, positions), totals.rows()));
    }
  }
}
