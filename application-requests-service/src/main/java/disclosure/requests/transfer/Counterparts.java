package disclosure.requests.transfer;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.store.NewApplication;
import disclosure.requests.store.StoredApplication;
import disclosure.requests.store.submission.NaturalKey;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The other sides of applications, as they stand beside them. */
@ApplicationScoped
class Counterparts {

  private static final String TO =
      """
      UPDATE application SET transferred_to = :other, transferred_to_organ = :organ WHERE id = :id
      """;

  private static final String FROM =
      """
      UPDATE application SET transferred_from = :other, transferred_from_organ = :organ
       WHERE id = :id
      """;

  /** Back over all who handed it on. */
  private static final String BACK =
      """
      WITH RECURSIVE side AS (
        SELECT id, organ_code, received_on, transferred_from FROM application WHERE id = :id
        UNION
        SELECT earlier.id, earlier.organ_code, earlier.received_on, earlier.transferred_from
          FROM application earlier
          JOIN side ON side.transferred_from = earlier.id
      )
      """;

  private static final String RECEIVED_BEFORE =
      BACK + "SELECT received_on FROM side WHERE organ_code = :organ ORDER BY received_on LIMIT 1";

  private static final String POSTED =
      BACK
          + """
          SELECT application.id, content_digest
            FROM application JOIN side ON side.id = application.id
           WHERE application.organ_code = :organ AND source_client = :client
             AND coalesce(recorded_reference, source_reference) = :number
             AND application.transferred_from IS NULL AND length(content_digest) > 0
          """;

  /** Links both sides. */
  void link(Connection connection, StoredApplication sent, NewApplication received)
      throws SQLException {
    Sql.of(connection, TO)
        .with("other", received.id())
        .with("organ", received.key().organCode())
        .with("id", sent.id())
        .update();
    Sql.of(connection, FROM)
        .with("other", sent.id())
        .with("organ", sent.organCode())
        .with("id", received.id())
        .update();
  }

  /** What was posted, encrypted. */
  record Posted(UUID id, byte[] contentDigest) {}

  /** The post by which the organ had it first, of the client and under the number. */
  Optional<Posted> posted(Connection connection, UUID id, NaturalKey key) throws SQLException {
    return Sql.of(connection, POSTED)
        .with("id", id)
        .with("organ", key.organCode())
        .with("client", key.clientId())
        .with("number", key.sourceReference())
        .first(Posted.class);
  }

  /** The day on which the organ received it, if it handed it on itself. */
  Optional<LocalDate> receivedBefore(Connection connection, UUID id, OrganCode organ)
      throws SQLException {
    return Sql.of(connection, RECEIVED_BEFORE)
        .with("id", id)
        .with("organ", organ)
        .first(LocalDate.class);
  }
}
