package disclosure.requests.ledger;

import disclosure.requests.ledger.reading.LedgerProblem;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What is wrong with rows of imports, as it is told, in plain SQL. */
@ApplicationScoped
class LedgerRefusals {

  private static final String INSERT =
      """
      INSERT INTO ledger_refusal
             (import_id, sheet, row_number, letters, field, chinese, english)
      VALUES (:import, :sheet, :row, :letters, :field, :chinese, :english)
      """;

  void insert(Connection connection, UUID importId, List<LedgerProblem> problems)
      throws SQLException {
    Sql.of(connection, INSERT)
        .with("import", importId)
        .batch(problems.stream().map(StoredRefusal::of).toList());
  }

  /** The first 1,000. */
  List<LedgerProblem.View> list(Connection connection, UUID id, Locale language)
      throws SQLException {
    boolean chinese = language.getLanguage().equals("zh");
    return Sql.of(
            connection,
            """
            SELECT sheet, row_number AS row, letters, field, chinese, english FROM ledger_refusal
             WHERE import_id = :import ORDER BY sheet, row_number LIMIT 1000
            """)
        .with("import", id)
        .list(StoredRefusal.class)
        .stream()
        .map(refusal -> refusal.view(chinese))
        .toList();
  }

  private record StoredRefusal(
      String sheet, int row, String letters, String field, String chinese, String english) {
    static StoredRefusal of(LedgerProblem problem) {
      return new StoredRefusal(
          problem.sheet(),
          problem.row(),
          problem.column(),
          problem.heading(),
          problem.fault().message().in(Locale.SIMPLIFIED_CHINESE),
          problem.fault().message().in(Locale.ENGLISH));
    }

    LedgerProblem.View view(boolean inChinese) {
      return new LedgerProblem.View(sheet, row, letters, field, inChinese ? chinese : english);
    }
  }
}
