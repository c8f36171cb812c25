package disclosure.requests.ledger.result;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.lookup.PossibleDuplicate;
import disclosure.requests.lookup.StoredSearchKeys;
import disclosure.requests.repetition.Change;
import disclosure.requests.store.submission.NaturalKey;
import disclosure.requests.store.submission.RecordedSubmissions;
import disclosure.requests.store.submission.RecordedSubmissions.RecordedSubmission;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What was done with each row of an import, in plain SQL. */
@ApplicationScoped
public class DoneRows {

  /** More than a sheet may be called. */
  private static final int MAX_SHEET_LENGTH = 100;

  private static final String PAGE =
      """
      SELECT sheet, row_number AS row, reference, change
        FROM ledger_row
       WHERE import_id = :import AND (:change = '' OR change = :change)
         AND (sheet, row_number, reference) > (:sheet, :row, :reference)
       ORDER BY sheet, row_number, reference
       LIMIT :limit
      """;

  private static final String TOLD =
      """
      SELECT left(sheet, :length) AS sheet, row_number AS row, field, code, chinese, english,
             expected
        FROM ledger_refusal
       WHERE import_id = :import AND row_number = ANY (:rows)
      """;

  private final RegisterReader register;
  private final RecordedSubmissions submissions;
  private final StoredSearchKeys keys;

  DoneRows(RegisterReader register, RecordedSubmissions submissions, StoredSearchKeys keys) {
    this.submissions = submissions;
    this.keys = keys;
    this.register = register;
  }

  /** A row, the number of its application, and what was done. */
  public record Done(String sheet, int row, String reference, String change) {

    /** As it is kept. */
    public static Done of(String sheet, int row, String reference, Change change) {
      return new Done(
          sheet.substring(0, Math.min(sheet.length(), MAX_SHEET_LENGTH)),
          row,
          reference,
          change.name());
    }

    boolean isRegistered() {
      return switch (Change.valueOf(change)) {
        case ADDED, UNCHANGED, STEPS_APPENDED, DIFFERS -> true;
        case SET_ASIDE, REFUSED -> false;
      };
    }
  }

  /** Something that was told of a row. */
  private record Told(
      String sheet,
      int row,
      String field,
      Optional<String> code,
      String chinese,
      String english,
      Optional<String> expected) {

    boolean isOf(Done done) {
      return sheet.equals(done.sheet()) && row == done.row();
    }

    DoneRow.Message view(Locale language) {
      return new DoneRow.Message(
          field,
          code,
          language.getLanguage().equals("zh") ? chinese : english,
          expected.map(KeptExpected::read));
    }
  }

  /** Notes what was done, in the transaction that did it. */
  public void note(Connection connection, UUID importId, List<Done> rows) throws SQLException {
    Sql.of(
            connection,
            """
            INSERT INTO ledger_row (import_id, sheet, row_number, reference, change)
            VALUES (:import, :sheet, :row, :reference, :change)
            """)
        .with("import", importId)
        .batch(rows);
  }

  /** Forgets what was done with the rows of imports. */
  public void drop(Connection connection, List<UUID> imports) throws SQLException {
    Sql.of(connection, "DELETE FROM ledger_row WHERE import_id = ANY (:imports)")
        .array("imports", "uuid", imports)
        .update();
  }

  /**
   * An import whose rows are told.
   *
   * @param clientId who ordered it
   */
  public record Import(UUID id, String clientId, OrganCode organCode) {

    NaturalKey key(Done row) {
      return new NaturalKey(clientId, organCode, row.reference());
    }
  }

  /** The applications that rows have become, or were before, by the rows' numbers. */
  private Map<Done, UUID> registered(Connection connection, Import of, List<Done> rows)
      throws SQLException {
    List<Done> asked = rows.stream().filter(Done::isRegistered).toList();
    if (asked.isEmpty()) {
      return Map.of();
    }
    Map<NaturalKey, List<RecordedSubmission>> found =
        submissions.findInOneWriting(connection, asked.stream().map(of::key).distinct().toList());
    Map<Done, UUID> registered = new HashMap<>();
    for (Done row : asked) {
      List<RecordedSubmission> same = found.getOrDefault(of.key(row), List.of());
      if (same.size() == 1) {
        registered.put(row, same.get(0).applicationId());
      }
    }
    return registered;
  }

  /**
   * Rows in their order, behind where a page ended.
   *
   * @param change only those with which this was done
   */
  public List<DoneRow> page(
      Import of, Optional<Change> change, RowToken after, int limit, Reach reach, Locale language)
      throws SQLException {
    return register.read(
        reach,
        connection -> {
          List<Done> rows =
              Sql.of(connection, PAGE)
                  .with("import", of.id())
                  .with("change", change.map(Enum::name).orElse(""))
                  .with("sheet", after.sheet())
                  .with("row", after.row())
                  .with("reference", after.reference())
                  .with("limit", limit)
                  .list(Done.class);
          List<Told> told =
              Sql.of(connection, TOLD)
                  .with("import", of.id())
                  .with("length", MAX_SHEET_LENGTH)
                  .array("rows", "integer", rows.stream().map(Done::row).distinct().toList())
                  .list(Told.class);
          Map<Done, UUID> registered = registered(connection, of, rows);
          Map<UUID, List<PossibleDuplicate>> alike = keys.alike(connection, registered.values());
          return rows.stream()
              .map(
                  row ->
                      DoneRow.of(
                          row,
                          Optional.ofNullable(registered.get(row)),
                          Optional.ofNullable(registered.get(row))
                              .map(alike::get)
                              .orElse(List.of()),
                          told.stream()
                              .filter(one -> one.isOf(row))
                              .map(one -> one.view(language))
                              .toList()))
              .toList();
        });
  }
}
