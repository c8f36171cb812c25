package disclosure.requests.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.ledger.reading.Headings;
import disclosure.requests.ledger.reading.LedgerRow;
import disclosure.requests.personaldata.Cell;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.repetition.Duplicates;
import disclosure.requests.transaction.Reach;
import disclosure.requests.transaction.WriterTransaction;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of imports, encrypted, until they are registered, in plain SQL. */
@ApplicationScoped
class LedgerParts {

  private final WriterTransaction transaction;
  private final PersonalDataCipher cipher;
  private final ObjectMapper json;

  LedgerParts(WriterTransaction transaction, PersonalDataCipher cipher, ObjectMapper json) {
    this.transaction = transaction;
    this.cipher = cipher;
    this.json = json;
  }

  /**
   * Some rows of an import.
   *
   * @param id the part's own id
   */
  record Part(
      UUID id,
      UUID importId,
      OrganCode organ,
      String clientId,
      Optional<String> person,
      Headings headings,
      Duplicates duplicates,
      List<LedgerRow> rows) {}

  /**
   * A part as it is kept.
   *
   * @param content its rows, encrypted
   */
  private record Kept(
      UUID importId,
      OrganCode organCode,
      String clientId,
      Optional<String> person,
      String headings,
      boolean acceptDuplicates,
      byte[] content) {}

  /** The part, unless it is done. */
  Optional<Part> part(UUID id) {
    Optional<Kept> kept =
        transaction.run(
            Reach.EVERYTHING,
            connection ->
                Sql.of(
                        connection,
                        """
                        SELECT import_id, organ_code, client_id, person, headings,
                               accept_duplicates, content
                          FROM ledger_part JOIN ledger_import ON ledger_import.id = import_id
                         WHERE ledger_part.id = :id
                        """)
                    .with("id", id)
                    .first(Kept.class));
    return kept.map(
        part ->
            new Part(
                id,
                part.importId(),
                part.organCode(),
                part.clientId(),
                part.person(),
                Headings.read(part.headings()),
                part.acceptDuplicates() ? Duplicates.ACCEPTED : Duplicates.HELD_BACK,
                rows(cipher.decrypt(part.content(), cell(id)))));
  }

  /** Takes a part away, to be registered in this transaction; false if somebody did already. */
  boolean take(Connection connection, Part part) throws SQLException {
    return Sql.of(connection, "DELETE FROM ledger_part WHERE id = :id")
            .with("id", part.id())
            .update()
        == 1;
  }

  /** Keeps a row of a part as a part of its own. The import's job is locked. */
  void putBack(Connection connection, Part part, UUID id, LedgerRow row) throws SQLException {
    int number =
        Sql.of(
                connection,
                """
                SELECT coalesce(max(number), 0) + 1 AS number FROM ledger_part
                 WHERE import_id = :import
                """)
            .with("import", part.importId())
            .one(Integer.class);
    insert(connection, part.importId(), id, number, List.of(row));
  }

  /** Drops the rows that wait. */
  void drop(Connection connection, UUID importId) throws SQLException {
    Sql.of(connection, "DELETE FROM ledger_part WHERE import_id = :id")
        .with("id", importId)
        .update();
  }

  /** Keeps some rows of an import. */
  void insert(Connection connection, UUID importId, UUID id, int number, List<LedgerRow> rows)
      throws SQLException {
    try {
      Sql.of(
              connection,
              """
              INSERT INTO ledger_part (id, import_id, number, content)
              VALUES (:id, :import, :number, :content)
              """)
          .with("id", id)
          .with("import", importId)
          .with("number", number)
          .with("content", cipher.encrypt(json.writeValueAsBytes(rows), cell(id)))
          .update();
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

  /** What the rows of a part are encrypted for. */
  static Cell cell(UUID partId) {
    return new Cell("ledger_part", "content", partId);
  }
}
