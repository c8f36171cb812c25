package disclosure.requests.ledger;

import disclosure.requests.ledger.reading.LedgerProblem;
import disclosure.requests.ledger.result.KeptExpected;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What is wrong with rows of imports, as it is told, in plain SQL. */
@ApplicationScoped
class LedgerRefusals {

  private static final String INSERT =
      """
      INSERT INTO ledger_refusal
             (import_id, sheet, row_number, letters, field, code, chinese, english, expected)
      VALUES (:import, :sheet, :row, :letters, :field, :code, :chinese, :english, :expected)
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
            SELECT sheet, row_number AS row, letters, field, code, chinese, english, expected
              FROM ledger_refusal
             WHERE import_id = :import ORDER BY sheet, row_number LIMIT 1000
            """)
        .with("import", id)
        .list(StoredRefusal.class)
        .stream()
        .map(refusal -> refusal.view(chinese))
        .toList();
  }

  private record StoredRefusal(
      String sheet,
      int row,
      String letters,
      String field,
      Optional<String> code,
      String chinese,
      String english,
      Optional<String> expected) {

    static StoredRefusal of(LedgerProblem problem) {
      return new StoredRefusal(
          problem.sheet(),
          problem.row(),
          problem.column(),
          problem.heading(),
          Optional.of(problem.fault().code().code()),
          problem.fault().message().in(Locale.SIMPLIFIED_CHINESE),
          problem.fault().message().in(Locale.ENGLISH),
          problem.fault().expected().map(KeptExpected::written));
    }

    LedgerProblem.View view(boolean inChinese) {
      return new LedgerProblem.View(
          sheet,
          row,
          letters,
          field,
          code,
          inChinese ? chinese : english,
          expected.map(KeptExpected::read));
    }
  }
}
