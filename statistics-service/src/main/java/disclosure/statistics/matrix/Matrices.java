package disclosure.statistics.matrix;

import disclosure.statistics.contract.Matrix;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads table three within a snapshot. */
final class Matrices {

  private Matrices() {}

  static Matrix read(Connection connection, Question question, String organName)
      throws SQLException {
    List<String> organs =
        Organs.codes(connection, question.organ(), question.scope(), question.period().to());
    return new Matrix(
        question.organ(),
        organName,
        question.period().from(),
        question.period().to(),
        question.scope(),
        question.knownAt().isPresent() ? question.knownAt().get() : Tables.asOf(connection),
        Tables.positions(connection),
        question.knownAt().isPresent()
            ? Tables.matrix(connection, organs, question.period(), question.knownAt().get())
            : Tables.matrix(connection, organs, question.period()));
  }
}
