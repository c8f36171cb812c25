package disclosure.statistics.cell;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.cell.CellQuestion.PageToken;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.matrix.Question;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The product's own query, for tests of other packages. */
public final class TestCells {

  private TestCells() {}

  /** The ids behind a cell, from pages of the given size. */
  public static List<UUID> ids(
      Connection connection,
      Collection<OrganCode> organs,
      Period period,
      Optional<Instant> knownAt,
      FormRow row,
      Optional<ApplicantType> column,
      int page)
      throws SQLException {
    Question question =
        new Question(organs.iterator().next(), period, Scope.SUBTREE, Set.of(), knownAt);
    List<String> codes = organs.stream().map(OrganCode::value).sorted().toList();
    List<UUID> ids = new ArrayList<>();
    Optional<PageToken> after = Optional.empty();
    List<CellPage.Item> items;
    do {
      CellQuestion cell = new CellQuestion(row, column, after, page);
      items =
          CellApplications.find(
              connection, codes, question, cell, (long) page * codes.size(), page);
      items.forEach(item -> ids.add(item.applicationId()));
      if (!items.isEmpty()) {
        CellPage.Item last = items.get(items.size() - 1);
        after = Optional.of(CellOrder.of(after, codes).after(last));
      }
    } while (items.size() == page);
    return ids;
  }
}
