package disclosure.requests.handling;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.Cell;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who handles the applications, as it stands beside them. */
@ApplicationScoped
public class StoredHandling {

  private static final String FIND =
      "SELECT organ_code, version, handling_version, handler, note FROM application WHERE id = :id";

  /**
   * What stands beside an application.
   *
   * @param version the application's, which grows with what the law knows of
   * @param handlingVersion grows with every replacement
   * @param note encrypted
   */
  public record Row(
      OrganCode organCode,
      long version,
      long handlingVersion,
      Optional<String> handler,
      Optional<byte[]> note) {

    private static Row read(ResultSet row) throws SQLException {
      return new Row(
          new OrganCode(row.getString("organ_code")),
          row.getLong("version"),
          row.getLong("handling_version"),
          Optional.ofNullable(row.getString("handler")),
          Optional.ofNullable(row.getBytes("note")));
    }
  }

  /** What a note is encrypted for. */
  public static Cell cell(UUID application) {
    return new Cell("application", "note", application);
  }

  public Optional<Row> find(Connection connection, UUID id) throws SQLException {
    return Sql.of(connection, FIND).with("id", id).firstRow(Row::read);
  }

  /** The same, locked until the transaction ends. */
  public Optional<Row> lock(Connection connection, UUID id) throws SQLException {
    return Sql.of(connection, FIND + " FOR NO KEY UPDATE").with("id", id).firstRow(Row::read);
  }

  /**
   * Replaces both.
   *
   * @param at now: from then on a note is kept for its time, where the applicant is forgotten
   */
  public void replace(
      Connection connection, UUID id, Optional<String> handler, Optional<byte[]> note, Instant at)
      throws SQLException {
    Sql.of(
            connection,
            """
            UPDATE application
               SET handler = :handler, note = :note, handling_version = handling_version + 1,
                   later_texts_at = CASE WHEN anonymized_at IS NOT NULL AND :noted THEN :at
                                         ELSE later_texts_at END
             WHERE id = :id
            """)
        .with("handler", handler)
        .with("note", note)
        .with("noted", note.isPresent())
        .with("at", at)
        .with("id", id)
        .update();
  }
}
