package disclosure.requests.intake;

import disclosure.requests.contract.OrganCode;
import disclosure.requests.personaldata.Cell;
import disclosure.requests.personaldata.PersonalDataCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The natural keys of all posted applications, with the answers that were given. */
@ApplicationScoped
class IntakeKeys {

  private static final String CLAIM =
      """
      INSERT INTO application_intake
             (client_id, organ_code, source_reference, application_id, content_digest, answer)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::uuid[], ?::bytea[], ?::text[])
      ON CONFLICT (client_id, organ_code, source_reference) DO NOTHING
      RETURNING application_id
      """;

  private static final String FIND =
      """
      SELECT client_id, organ_code, source_reference, application_id, content_digest, answer
        FROM application_intake
        JOIN unnest(?::text[], ?::text[], ?::text[]) AS sought (client_id, organ_code, source_reference)
       USING (client_id, organ_code, source_reference)
      """;

  private final PersonalDataCipher cipher;

  IntakeKeys(PersonalDataCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * An earlier post of a key.
   *
   * @param applicationId the application that it made
   * @param digest what it said
   * @param answer the body of the answer that it got
   */
  record Earlier(UUID applicationId, ContentDigest digest, String answer) {}

  /**
   * Takes the keys that are still free; waits for transactions that are just taking one of them.
   *
   * @param applications with different keys, in the order of the keys: concurrent batches then
   *     never wait for each other in a circle
   * @return the ids of those whose key was free
   */
  Set<UUID> claim(Connection connection, List<NewApplication> applications) throws SQLException {
    Set<UUID> claimed = new HashSet<>();
    try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
      setKeys(insert, connection, applications.stream().map(NewApplication::key).toList());
      insert.setArray(
          4, array(connection, "uuid", applications.stream().map(NewApplication::id).toArray()));
      insert.setArray(
          5,
          array(
              connection,
              "bytea",
              applications.stream().map(this::sealedDigest).toArray(byte[][]::new)));
      insert.setArray(
          6,
          array(connection, "text", applications.stream().map(NewApplication::answer).toArray()));
      try (ResultSet rows = insert.executeQuery()) {
        while (rows.next()) {
          claimed.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return claimed;
  }

  /** What the given keys stand for already; keys that are free are missing. */
  Map<NaturalKey, Earlier> find(Connection connection, Collection<NaturalKey> keys)
      throws SQLException {
    Map<NaturalKey, Earlier> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      setKeys(select, connection, List.copyOf(keys));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          NaturalKey key =
              new NaturalKey(
                  rows.getString(1), new OrganCode(rows.getString(2)), rows.getString(3));
          UUID id = rows.getObject(4, UUID.class);
          ContentDigest digest = new ContentDigest(cipher.decrypt(rows.getBytes(5), cell(id)));
          found.put(key, new Earlier(id, digest, rows.getString(6)));
        }
      }
    }
    return found;
  }

  private byte[] sealedDigest(NewApplication application) {
    return cipher.encrypt(application.digest().bytes(), cell(application.id()));
  }

  static Cell cell(UUID applicationId) {
    return new Cell("application_intake", "content_digest", applicationId);
  }

  private static void setKeys(
      PreparedStatement statement, Connection connection, List<NaturalKey> keys)
      throws SQLException {
    List<String> clients = new ArrayList<>();
    List<String> organs = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (NaturalKey key : keys) {
      clients.add(key.clientId());
      organs.add(key.organCode().value());
      references.add(key.sourceReference());
    }
    statement.setArray(1, array(connection, "text", clients.toArray()));
    statement.setArray(2, array(connection, "text", organs.toArray()));
    statement.setArray(3, array(connection, "text", references.toArray()));
  }

  private static Array array(Connection connection, String type, Object[] values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }
}
