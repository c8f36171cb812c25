package disclosure.statistics.matrix;

import disclosure.statistics.contract.AppliedPosition;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.OrganTrees;
import disclosure.statistics.rollup.SubtreeCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads table three within a snapshot. */
public final class Matrices {

  private Matrices() {}

  static Matrix read(Connection connection, Question question, String organName)
      throws SQLException {
    return read(
        connection,
        OrganTrees.read(connection),
        question,
        organName,
        question.knownAt().isPresent() ? question.knownAt().get() : Tables.asOf(connection),
        Tables.positions(connection));
  }

  /** The same, when the snapshot's tree, moment and positions were read before. */
  static Matrix read(
      Connection connection,
      OrganTree tree,
      Question question,
      String organName,
      Instant asOf,
      List<AppliedPosition> positions)
      throws SQLException {
    return new Matrix(
        question.organ(),
        organName,
        question.period().from(),
        question.period().to(),
        question.scope(),
        asOf,
        positions,
        rows(connection, tree, question),
        OrganChanges.of(tree, question));
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
          SubtreeCounts.find(connection, tree, question.organ().value(), question.period());
      if (summed.isPresent()) {
        return summed.get();
      }
    }
    return Tables.matrix(connection, Organs.codes(tree, question), question.period());
  }
}
