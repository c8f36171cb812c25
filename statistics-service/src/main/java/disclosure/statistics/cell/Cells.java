package disclosure.statistics.cell;

import disclosure.edge.CallerScope;
import disclosure.edge.Refusal;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.matrix.Asked;
import disclosure.statistics.matrix.Matrices;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.matrix.SnapshotHead;
import disclosure.statistics.operations.Snapshot;
import disclosure.statistics.organ.OrganTree;
import disclosure.statistics.organ.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the applications that make up a cell of table three. */
@ApplicationScoped
public class Cells {

  private final DataSource database;
  private final Clock clock;

  Cells(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A part of them.
   *
   * @param after what the part before said is next
   * @throws Refusal 400 naming every parameter at fault; 404 when there is no such organ, or none
   *     whose single applications the caller may read
   */
  public CellContents read(
      Asked asked,
      Optional<String> row,
      Optional<String> column,
      Optional<String> after,
      Optional<String> limit,
      CallerScope caller) {
    Question question = Question.of(asked, clock);
    CellQuestion cell = CellQuestion.of(row, column, after, limit);
    Viewer viewer = Viewer.of(caller, clock);
    return Snapshot.of(database, connection -> read(connection, question, cell, viewer));
  }

  private static CellContents read(
      Connection connection, Question question, CellQuestion cell, Viewer viewer)
      throws SQLException {
    SnapshotHead head = SnapshotHead.of(connection, question);
    Organs.requireListed(head.tree(), question, viewer);
    Matrix matrix = Matrices.visible(connection, head, question, viewer);
    MatrixRow figures = matrix.row(cell.row());
    long count = cell.column().map(type -> figures.counts().of(type)).orElse(figures.total());
    List<String> organs = Organs.codes(head.tree(), question);
    CellOrder order = CellOrder.of(cell.after(), organs);
    List<CellPage.Item> found =
        CellApplications.find(connection, organs, question, cell, count, cell.limit() + 1);
    List<CellPage.Item> items = List.copyOf(found.subList(0, Math.min(found.size(), cell.limit())));
    return new CellContents(
        question.organ(),
        matrix.organName(),
        question.period(),
        question.scope(),
        cell.row(),
        cell.column(),
        matrix.asOf(),
        count,
        items,
        names(head.tree(), items, question.period().to()),
        order == CellOrder.DAY,
        found.size() > items.size()
            ? Optional.of(order.after(items.get(items.size() - 1)).toString())
            : Optional.empty());
  }

  private static Map<String, String> names(
      OrganTree tree, List<CellPage.Item> items, LocalDate day) {
    return items.stream()
        .map(item -> item.organCode().value())
        .distinct()
        .collect(
            Collectors.toMap(
                code -> code,
                code -> tree.find(code).map(organ -> organ.nameOn(day)).orElse(code)));
  }
}
