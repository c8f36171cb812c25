package disclosure.requests.store;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.Cell;
import disclosure.requests.personaldata.PersonalDataCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What natural keys stand for already, with the answers that were given. */
@ApplicationScoped
public class RecordedSubmissions {

  private static final String FIND =
      """
      SELECT source_client, organ_code, source_reference, id, content_digest, answer
        FROM application
        JOIN unnest(?::text[], ?::text[], ?::text[])
             AS submitted (source_client, organ_code, source_reference)
       USING (source_client, organ_code, source_reference)
      """;

  private final PersonalDataCipher cipher;

  RecordedSubmissions(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * An earlier post of a key.
   *
   * @param applicationId the application that it made
   * @param digest what it said
   * @param answer the body of the answer that it got
   */
  public record RecordedSubmission(UUID applicationId, ContentDigest digest, String answer) {}

  /** The earlier posts of the given keys; keys that are free are missing. */
  public Map<NaturalKey, RecordedSubmission> find(
      Connection connection, Collection<NaturalKey> keys) throws SQLException {
    List<String> clients = new ArrayList<>();
    List<String> organs = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (NaturalKey key : keys) {
      clients.add(key.clientId());
      organs.add(key.organCode().value());
      references.add(key.sourceReference());
    }
    Map<NaturalKey, RecordedSubmission> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setArray(1, connection.createArrayOf("text", clients.toArray(String[]::new)));
      select.setArray(2, connection.createArrayOf("text", organs.toArray(String[]::new)));
      select.setArray(3, connection.createArrayOf("text", references.toArray(String[]::new)));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          NaturalKey key =
              new NaturalKey(
                  rows.getString(1), new OrganCode(rows.getString(2)), rows.getString(3));
          UUID id = rows.getObject(4, UUID.class);
          ContentDigest digest = new ContentDigest(cipher.decrypt(rows.getBytes(5), cell(id)));
          found.put(key, new RecordedSubmission(id, digest, rows.getString(6)));
        }
      }
    }
    return found;
  }

  /** Named for the table that held the digests at first; they stay readable so. */
  public static Cell cell(UUID applicationId) {
    return new Cell("application_intake", "content_digest", applicationId);
  }
}
