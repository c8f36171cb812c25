package disclosure.statistics.matrix;

import disclosure.statistics.contract.AppliedPosition;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.count.CellIndex;
import disclosure.statistics.count.PeriodTotals;
import disclosure.statistics.operations.SnapshotMark;
import disclosure.statistics.organ.OrganTrees;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
          , (SELECT revision FROM organ_revision), topic, partition, next_offset,
            NULL::smallint AS place, NULL::bigint, NULL::bigint
          FROM (SELECT) AS head LEFT JOIN consumer_position ON true
          UNION ALL
          SELECT NULL, NULL, NULL, NULL, NULL, NULL, place, before_period, within_period
          FROM own_totals(?, ?, ?)
          """;

  static boolean answers(Question question) {
    return question.scope() == Scope.OWN && question.knownAt().isEmpty();
  }

  /**
   * Empty when the hierarchy was changed since it was read last: it is of another snapshot then.
   */
  static Optional<OwnTable> read(DataSource database, Question question) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SQL)) {
      select.setString(1, question.organ().value());
      select.setObject(2, question.period().from());
      select.setObject(3, question.period().to());
      try (ResultSet row = select.executeQuery()) {
        return read(row);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("the counts can't be read", failure);
    }
  }

  private static Optional<OwnTable> read(ResultSet row) throws SQLException {
    Optional<SnapshotMark> mark = Optional.empty();
    Optional<UUID> revision = Optional.empty();
    List<AppliedPosition> positions = new ArrayList<>();
    PeriodTotals totals = new PeriodTotals();
    while (row.next()) {
      if (row.getObject(7) != null) {
        CellIndex place = CellIndex.at(row.getInt(7));
        totals.add(place.row(), place.type(), row.getLong(8), row.getLong(9));
        continue;
      }
      mark = Optional.of(SnapshotMark.of(row));
      revision = Optional.ofNullable(row.getObject(3, UUID.class));
      if (row.getString(4) != null) {
        positions.add(new AppliedPosition(row.getString(4), row.getInt(5), row.getLong(6)));
      }
    }
    positions.sort(
        Comparator.comparing(AppliedPosition::topic).thenComparing(AppliedPosition::partition));
    SnapshotMark shown = mark.orElseThrow();
    return OrganTrees.ifKept(revision)
        .map(tree -> new OwnTable(new SnapshotHead(shown, tree, positions), totals.rows()));
  }
}
