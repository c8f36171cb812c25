package disclosure.requests.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.edge.Caller;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditTrail;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.Cell;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.store.UuidV7;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.RegisterReader;
import disclosure.requests.transaction.WriterTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The imports and their rows, in plain SQL. */
@ApplicationScoped
class LedgerImports {

  static final int PART = 200;

  private static final String FIND =
      """
      SELECT organ_code, ordered_at, total, registered, repeated, finished_at
        FROM ledger_import WHERE id = ?
      """;

  private final WriterTransaction transaction;
  private final RegisterReader register;
  private final PersonalDataCipher cipher;
  private final AuditTrail audit;
  private final ObjectMapper json;
  private final Clock clock;

  LedgerImports(
      WriterTransaction transaction,
      RegisterReader register,
      PersonalDataCipher cipher,
      AuditTrail audit,
      ObjectMapper json,
      Clock clock) {
    this.transaction = transaction;
    this.register = register;
    this.cipher = cipher;
    this.audit = audit;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Some rows of an import.
   *
   * @param id the part's own id
   */
  record Part(UUID id, UUID importId, OrganCode organ, String clientId, List<LedgerRow> rows) {}

  /** Keeps the rows, encrypted, until the worker has registered them. */
  UUID order(OrganCode organ, Caller caller, List<LedgerRow> rows) {
    UUID id = UuidV7.at(clock.instant());
    return transaction.run(
        new Reach(false, Set.of(organ)),
        connection -> {
          insert(connection, id, organ, caller, rows.size());
          for (int from = 0; from < rows.size(); from += PART) {
            insertPart(
                connection,
                id,
                from / PART,
                rows.subList(from, Math.min(rows.size(), from + PART)));
          }
          audit.append(
              connection, caller, AuditAction.LEDGER_IMPORT_ORDERED, id.toString(), organ, 1);
          return id;
        });
  }

  Optional<LedgerImport> find(UUID id, Reach reach, Locale language) throws SQLException {
    return register.read(
        reach,
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(read(connection, id, row, language))
                  : Optional.empty();
            }
          }
        });
  }

  /** The next part of the oldest import, locked until the transaction ends. */
  Optional<Part> next(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT part.id, import_id, organ_code, client_id, content
                  FROM ledger_part part
                  JOIN ledger_import ON ledger_import.id = import_id
                 ORDER BY ordered_at, import_id, number
                 LIMIT 1
                   FOR UPDATE OF part SKIP LOCKED
                """);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      UUID id = row.getObject(1, UUID.class);
      return Optional.of(
          new Part(
              id,
              row.getObject(2, UUID.class),
              new OrganCode(row.getString(3)),
              row.getString(4),
              rows(cipher.decrypt(row.getBytes(5), cell(id)))));
    }
  }

  /** Removes a part that is done, and notes what became of it. */
  void done(Connection connection, Part part, int registered, int repeated, List<Finding> refusals)
      throws SQLException {
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM ledger_part WHERE id = ?");
        PreparedStatement refuse =
            connection.prepareStatement("INSERT INTO ledger_refusal VALUES (?, ?, ?, ?, ?, ?)");
        PreparedStatement update =
            connection.prepareStatement(
                """
                UPDATE ledger_import
                   SET registered = registered + ?, repeated = repeated + ?,
                       finished_at = CASE WHEN EXISTS (SELECT 1 FROM ledger_part
                                                        WHERE import_id = ledger_import.id)
                                          THEN NULL ELSE ?::timestamptz END
                 WHERE id = ?
                """)) {
      delete.setObject(1, part.id());
      delete.executeUpdate();
      for (Finding refusal : refusals) {
        refuse.setObject(1, part.importId());
        refuse.setString(2, refusal.sheet());
        refuse.setInt(3, refusal.row());
        refuse.setString(4, refusal.heading());
        refuse.setString(5, refusal.message().in(Locale.SIMPLIFIED_CHINESE));
        refuse.setString(6, refusal.message().in(Locale.ENGLISH));
        refuse.addBatch();
      }
      refuse.executeBatch();
      update.setInt(1, registered);
      update.setInt(2, repeated);
      update.setTimestamp(3, Timestamp.from(clock.instant()));
      update.setObject(4, part.importId());
      update.executeUpdate();
    }
  }

  private void insert(Connection connection, UUID id, OrganCode organ, Caller caller, int total)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO ledger_import (id, organ_code, client_id, ordered_at, total)
            VALUES (?, ?, ?, ?, ?)
            """)) {
      insert.setObject(1, id);
      insert.setString(2, organ.value());
      insert.setString(3, caller.clientId());
      insert.setTimestamp(4, Timestamp.from(clock.instant()));
      insert.setInt(5, total);
      insert.executeUpdate();
    }
  }

  private void insertPart(Connection connection, UUID importId, int number, List<LedgerRow> rows)
      throws SQLException {
    UUID id = UuidV7.at(clock.instant());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ledger_part (id, import_id, number, content) VALUES (?, ?, ?, ?)")) {
      insert.setObject(1, id);
      insert.setObject(2, importId);
      insert.setInt(3, number);
      insert.setBytes(4, cipher.encrypt(json.writeValueAsBytes(rows), cell(id)));
      insert.executeUpdate();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the rows have no JSON form", impossible);
    }
  }

  private List<LedgerRow> rows(byte[] content) {
    try {
      return List.of(json.readValue(content, LedgerRow[].class));
    } catch (IOException impossible) {
      throw new IllegalStateException("the rows of a ledger can't be read");
    }
  }

  private static Cell cell(UUID partId) {
    return new Cell("ledger_part", "content", partId);
  }

  private static LedgerImport read(Connection connection, UUID id, ResultSet row, Locale language)
      throws SQLException {
    List<Finding.View> problems = problems(connection, id, language);
    return new LedgerImport(
        id,
        new OrganCode(row.getString("organ_code")),
        row.getTimestamp("ordered_at").toInstant(),
        row.getInt("total"),
        row.getInt("registered"),
        row.getInt("repeated"),
        (int) problems.stream().mapToInt(Finding.View::row).distinct().count(),
        Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
        problems);
  }

  private static List<Finding.View> problems(Connection connection, UUID id, Locale language)
      throws SQLException {
    List<Finding.View> problems = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT sheet, row_number, field, chinese, english FROM ledger_refusal
             WHERE import_id = ? ORDER BY sheet, row_number LIMIT 1000
            """)) {
      select.setObject(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          boolean chinese = language.getLanguage().equals("zh");
          problems.add(
              new Finding.View(
                  row.getString(1),
                  row.getInt(2),
                  "",
                  row.getString(3),
                  row.getString(chinese ? 4 : 5)));
        }
      }
    }
    return problems;
  }
}
