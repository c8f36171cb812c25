package disclosure.statistics.cell;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The product's own query, for tests of other packages. */
public final class TestCells {

  private static final Comparator<CellPage.Item> BY_ORGAN =
      Comparator.comparing(item -> item.organCode().value());

  private static final Comparator<CellPage.Item> BY_DAY =
      Comparator.comparing(CellPage.Item::receivedOn)
          .thenComparing(item -> item.applicationId().toString());

  private TestCells() {}

  /**
   * The ids behind a cell, from pages of the given size.
   *
   * @param others how many organs that have nothing are asked about, too; with more than 100 in all
   *     another order is gone by
   */
  public static List<UUID> ids(
      Connection connection,
      Collection<OrganCode> organs,
      int others,
      Period period,
      Optional<Instant> knownAt,
      FormRow row,
      Optional<ApplicantType> column,
      int page)
      throws SQLException {
    Question question =
        new Question(organs.iterator().next(), period, Scope.SUBTREE, Set.of(), knownAt);
    List<String> codes =
        Stream.concat(
                organs.stream().map(OrganCode::value),
                IntStream.range(0, others)
                    .mapToObj(number -> String.format(Locale.ROOT, "%018d", number)))
            .sorted()
            .toList();
    List<CellPage.Item> all = new ArrayList<>();
    Optional<PageToken> after = Optional.empty();
    List<CellPage.Item> items;
    do {
      CellQuestion cell = new CellQuestion(row, column, after, page);
      items =
          CellApplications.find(
              connection, codes, question, cell, (long) page * codes.size(), page);
      all.addAll(items);
      if (!items.isEmpty()) {
        CellPage.Item last = items.get(items.size() - 1);
        after = Optional.of(CellOrder.of(after, codes).after(last));
      }
    } while (items.size() == page);
    assertThat(all)
        .isSortedAccordingTo(
            codes.size() > CellOrder.FEW_ORGANS ? BY_ORGAN.thenComparing(BY_DAY) : BY_DAY);
    return all.stream().map(CellPage.Item::applicationId).toList();
  }
}
