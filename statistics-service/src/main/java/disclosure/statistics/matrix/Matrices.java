package disclosure.statistics.matrix;

import disclosure.edge.Refusal;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.MergedOrgan;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.Viewer;
import disclosure.statistics.rollup.SubtreeCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads table three within a snapshot. */
public final class Matrices {

  private Matrices() {}

  static Matrix read(Connection connection, SnapshotHead head, Question question, String organName)
      throws SQLException {
    return of(
        head,
        question,
        organName,
        rows(connection, head.tree(), question),
        MergedOrgans.of(connection, head.tree(), question));
  }

  /**
   * The table as the snapshot has it.
   *
   * @throws Refusal 404 when there is no such organ, or none that the caller may read
   */
  public static Matrix visible(
      Connection connection, SnapshotHead head, Question question, Viewer viewer)
      throws SQLException {
    return read(connection, head, question, Organs.name(head.tree(), question, viewer));
  }

  /** The table that has these rows in the snapshot. */
  public static Matrix of(
      SnapshotHead head,
      Question question,
      String organName,
      List<MatrixRow> rows,
      List<MergedOrgan> merged) {
    return new Matrix(
        question.organ(),
        organName,
        question.period().from(),
        question.period().to(),
        question.scope(),
        question.knownAt().orElse(head.mark().at()),
        head.positions(),
        rows,
        OrganChanges.of(head.tree(), question),
        merged);
  }

  /** The rows of table three, by whichever way is the shortest. */
  public static List<MatrixRow> rows(Connection connection, OrganTree tree, Question question)
      throws SQLException {
    if (question.knownAt().isPresent()) {
      return Tables.matrix(
          connection, Organs.codes(tree, question), question.period(), question.knownAt().get());
    }
    if (question.scope() == Scope.SUBTREE) {
      Optional<List<MatrixRow>> summed =
          SubtreeCounts.find(
              connection, tree, question.organ().value(), question.period(), question.placedOn());
      if (summed.isPresent()) {
        return summed.get();
      }
    }
    return Tables.matrix(connection, Organs.codes(tree, question), question.period());
  }
}
