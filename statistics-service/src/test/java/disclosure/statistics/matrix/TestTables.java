package disclosure.statistics.matrix;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The product's own queries, for tests of other packages. */
public final class TestTables {

  private TestTables() {}

  /** Table three of the given organs as it was recorded up to the moment. */
  public static List<MatrixRow> matrix(
      Connection connection, Collection<OrganCode> organs, Period period, Instant knownAt)
      throws SQLException {
    return Tables.matrix(
        connection, organs.stream().map(OrganCode::value).toList(), period, knownAt);
  }

  /** Table four of the given organs as it was recorded up to the moment. */
  public static List<DisputeRow> disputes(
      Connection connection, Collection<OrganCode> organs, Period period, Optional<Instant> knownAt)
      throws SQLException {
    return Tables.disputes(
        connection, organs.stream().map(OrganCode::value).toList(), period, knownAt);
  }

  /** The ids behind a cell, from pages of the given size. */
  public static List<UUID> cell(
      Connection connection,
      Collection<OrganCode> organs,
      Period period,
      Optional<Instant> knownAt,
      FormRow row,
      Optional<ApplicantType> column,
      int page)
      throws SQLException {
    Question question = new Question(organs.iterator().next(), period, Scope.SUBTREE, knownAt);
    List<String> codes = organs.stream().map(OrganCode::value).sorted().toList();
    List<UUID> ids = new ArrayList<>();
    Optional<CellQuestion.CellIndex> after = Optional.empty();
    List<CellPage.Item> items;
    do {
      CellQuestion cell = new CellQuestion(row, column, after, page);
      items = Cells.find(connection, codes, question, cell, (long) page * codes.size(), page);
      items.forEach(item -> ids.add(item.applicationId()));
      if (!items.isEmpty()) {
        CellPage.Item last = items.get(items.size() - 1);
        after = Optional.of(new CellQuestion.CellIndex(last.organCode(), last.applicationId()));
      }
    } while (items.size() == page);
    return ids;
  }

  /** Table three of the given organs. */
  public static List<MatrixRow> matrix(
      Connection connection, Collection<OrganCode> organs, Period period) throws SQLException {
    return Tables.matrix(connection, organs.stream().map(OrganCode::value).toList(), period);
  }
}
