package disclosure.statistics.below;

import disclosure.requests.contract.FormRow;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.matrix.Matrices;
import disclosure.statistics.matrix.MergedOrgans;
import disclosure.statistics.matrix.Organs;
import disclosure.statistics.matrix.Question;
import disclosure.statistics.matrix.SnapshotHead;
import disclosure.statistics.matrix.Tables;
import disclosure.statistics.organ.Organ;
import disclosure.statistics.organ.OrganTree;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the tables of many organs by few questions to the database. */
final class TablesBelow {

  /** A subtree of as many organs may have sums of its own, and is asked about by itself. */
  private static final int LARGE = 32;

  /** For more, the database would rather read the counts of all organs there are. */
  private static final int AT_A_TIME = 100;

  private final Connection connection;
  private final SnapshotHead head;
  private final Question asked;
  private final long end;

  /**
   * Reads nothing yet.
   *
   * @param time how long it may take altogether; what is asked then is broken off like everything
   *     that the database takes too long for
   */
  TablesBelow(Connection connection, SnapshotHead head, Question asked, Duration time) {
    this.connection = connection;
    this.head = head;
    this.asked = asked;
    this.end = System.nanoTime() + time.toNanos();
  }

  /** The tables of the organs, in their order. */
  List<Matrix> read(List<Organ> organs) throws SQLException {
    Map<String, List<MatrixRow>> own = counted(organs);
    List<Matrix> tables = new ArrayList<>();
    for (Organ organ : organs) {
      Question question = asked.about(organ.code());
      List<String> codes = Organs.codes(tree(), question);
      List<MatrixRow> rows =
          isLarge(codes) ? large(question) : sum(codes.stream().map(own::get).toList());
      tables.add(
          Matrices.of(
              head,
              question,
              organ.nameOn(asked.period().to()),
              rows,
              MergedOrgans.of(tree(), question, own)));
    }
    return tables;
  }

  /** What each organ that is counted in a table has for itself. */
  private Map<String, List<MatrixRow>> counted(List<Organ> organs) throws SQLException {
    NavigableSet<String> codes = new TreeSet<>();
    organs.stream()
        .map(organ -> Organs.codes(tree(), asked.about(organ.code())))
        .filter(one -> !isLarge(one))
        .forEach(codes::addAll);
    List<String> all = List.copyOf(codes);
    Map<String, List<MatrixRow>> own = new HashMap<>();
    for (int from = 0; from < all.size(); from += AT_A_TIME) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_A_TIME));
      bound();
      own.putAll(Tables.matrices(connection, some, asked));
    }
    return own;
  }

  private List<MatrixRow> large(Question question) throws SQLException {
    bound();
    return Matrices.rows(connection, tree(), question);
  }

  /**
   * Many questions, of which each may take long, take no longer together; and none takes longer
   * than any statement here, which ends before its connection does.
   */
  private void bound() throws SQLException {
    long left = Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
    Sql.of(
            connection,
            """
            SELECT set_config('statement_timeout',
                              least(:left, nullif(reset_val::bigint, 0))::text, true)
              FROM pg_settings WHERE name = 'statement_timeout'
            """)
        .with("left", left)
        .one(String.class);
  }

  private boolean isLarge(List<String> codes) {
    return asked.scope() == Scope.SUBTREE && codes.size() >= LARGE;
  }

  private static List<MatrixRow> sum(List<List<MatrixRow>> tables) {
    return tables.size() == 1
        ? tables.get(0)
        : Stream.of(FormRow.values()).map(row -> sum(row, tables)).toList();
  }

  private static MatrixRow sum(FormRow row, List<List<MatrixRow>> tables) {
    return MatrixRow.of(
        row,
        tables.stream()
            .map(rows -> rows.get(row.ordinal()).counts())
            .reduce((one, other) -> one.plus(other))
            .orElseThrow());
  }

  private OrganTree tree() {
    return head.tree();
  }
}
