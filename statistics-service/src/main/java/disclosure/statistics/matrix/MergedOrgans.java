package disclosure.statistics.matrix;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.MergedOrgan;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which of an organ's own figures are those of organs that were merged into it. */
public final class MergedOrgans {

  private MergedOrgans() {}

  /** Those that ended in the period or gave it anything, in the order of their codes. */
  static List<MergedOrgan> of(Connection connection, OrganTree tree, Question question)
      throws SQLException {
    List<String> codes = codes(tree, question);
    return codes.isEmpty()
        ? List.of()
        : of(tree, question, Tables.matrices(connection, codes, question));
  }

  /**
   * The same.
   *
   * @param rows those of each organ in the scope, by its code
   */
  public static List<MergedOrgan> of(
      OrganTree tree, Question question, Map<String, List<MatrixRow>> rows) {
    List<MergedOrgan> merged = new ArrayList<>();
    for (String code : codes(tree, question)) {
      Organ organ = tree.find(code).orElseThrow();
      LocalDate until = organ.validTo().orElseThrow();
      if (!until.isBefore(question.period().from())
          || rows.get(code).stream().anyMatch(row -> row.total() > 0)) {
        merged.add(
            MergedOrgan.of(
                new OrganCode(code), organ.nameOn(question.period().to()), until, rows.get(code)));
      }
    }
    return merged;
  }

  /** Whether anything but the organ's own counts is in its own table. */
  static boolean isAny(OrganTree tree, Question question) {
    return !codes(tree, question).isEmpty();
  }

  private static List<String> codes(OrganTree tree, Question question) {
    if (question.scope() != Scope.OWN) {
      return List.of();
    }
    String organ = question.organ().value();
    return Organs.codes(tree, question).stream().filter(code -> !code.equals(organ)).toList();
  }
}
