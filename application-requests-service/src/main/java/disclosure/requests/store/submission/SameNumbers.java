package disclosure.requests.store.submission;

import disclosure.edge.Writing;
import disclosure.requests.contract.OrganCode;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whose records have the numbers that a client gives to applications of the same organ. */
@ApplicationScoped
public class SameNumbers {

  /** Any one of several: without an order that would tempt into reading the table by it. */
  private static final String FIND =
      """
      SELECT asked.client, asked.organ, asked.number, other.id, other.source_client,
             other.recorded
        FROM unnest(:clients::text[], :organs::text[], :numbers::text[])
             AS asked (client, organ, number)
       CROSS JOIN LATERAL (
             SELECT id, source_client, coalesce(recorded_reference, source_reference) AS recorded
               FROM application
              WHERE reference_key = asked.number AND organ_code = asked.organ
                AND source_client <> asked.client AND status <> 'VOIDED'
              LIMIT 1) other
      """;

  /**
   * A record of another client.
   *
   * @param sourceReference its number as that client wrote it
   */
  public record OtherRecord(UUID id, String clientId, String sourceReference) {}

  private record Row(
      String client,
      OrganCode organ,
      String number,
      UUID id,
      String sourceClient,
      String recorded) {}

  /**
   * The records of other clients that have the numbers in the one writing; voided ones have none.
   */
  public Map<NaturalKey, OtherRecord> find(Connection connection, Collection<NaturalKey> keys)
      throws SQLException {
    if (keys.isEmpty()) {
      return Map.of();
    }
    List<NaturalKey> asked = keys.stream().map(SameNumbers::folded).distinct().toList();
    Map<NaturalKey, OtherRecord> others = new HashMap<>();
    Sql.of(connection, FIND)
        .array("clients", "text", asked.stream().map(NaturalKey::clientId).toList())
        .array("organs", "text", asked.stream().map(NaturalKey::organCode).toList())
        .array("numbers", "text", asked.stream().map(NaturalKey::sourceReference).toList())
        .list(Row.class)
        .forEach(
            row ->
                others.put(
                    new NaturalKey(row.client(), row.organ(), row.number()),
                    new OtherRecord(row.id(), row.sourceClient(), row.recorded())));
    Map<NaturalKey, OtherRecord> found = new HashMap<>();
    for (NaturalKey key : keys) {
      OtherRecord other = others.get(folded(key));
      if (other != null) {
        found.put(key, other);
      }
    }
    return found;
  }

  private static NaturalKey folded(NaturalKey key) {
    return new NaturalKey(key.clientId(), key.organCode(), Writing.of(key.sourceReference()));
  }
}
