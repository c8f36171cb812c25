package disclosure.requests.feequote;

import disclosure.requests.store.StoredApplication;
import disclosure.storage.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Adds up what one applicant asked of one organ (国办函〔2020〕109号第四条). */
public final class ItemsOfApplicant {

  /**
   * The items that the same applicant asked of the same organ earlier in the month, whatever became
   * of them. An application is one item, unless its first standing fee notice, the only one that
   * has an effect, is by item and says otherwise.
   */
  private static final String ITEMS_BEFORE =
      """
      WITH RECURSIVE earlier AS (
        SELECT id
          FROM application
         WHERE applicant_fingerprint = ANY (:fingerprints)
           AND organ_code = :organ
           AND received_on >= date_trunc('month', :receivedOn::date)
           AND (received_on, id) < (:receivedOn, :id)
           AND status <> 'VOIDED'
      ), place (application_id, sequence, place) AS (
        SELECT application_id, sequence, sequence
          FROM application_step
          JOIN earlier ON earlier.id = application_id
         WHERE corrects IS NULL
        UNION ALL
        SELECT step.application_id, step.sequence, place.place
          FROM application_step step
          JOIN place ON place.application_id = step.application_id AND place.sequence = step.corrects
      ), standing AS (
        SELECT DISTINCT ON (application_id, place) application_id, place, sequence
          FROM place
         ORDER BY application_id, place, sequence DESC
      ), notice AS (
        SELECT DISTINCT ON (application_id) application_id, content
          FROM standing
          JOIN application_step USING (application_id, sequence)
         WHERE type = 'FEE_NOTIFIED'
         ORDER BY application_id, happened_on, place
      ), noticed AS (
        SELECT application_id, (content::json ->> 'quantity')::int AS items
          FROM notice
         WHERE content::json ->> 'basis' = 'BY_ITEM'
      )
      SELECT coalesce(sum(coalesce(noticed.items, 1)), 0) AS items
        FROM earlier
        LEFT JOIN noticed ON noticed.application_id = earlier.id
      """;

  private ItemsOfApplicant() {}

  /**
   * How many items the same applicant asked of the organ in the month, before the application.
   *
   * @param fingerprints under which applications of the applicant may be stored
   */
  public static int earlierInMonth(
      Connection connection, StoredApplication stored, List<byte[]> fingerprints)
      throws SQLException {
    return Sql.of(connection, ITEMS_BEFORE)
        .array("fingerprints", "bytea", fingerprints)
        .with("organ", stored.organCode())
        .with("receivedOn", stored.facts().receivedOn())
        .with("id", stored.id())
        .one(Integer.class);
  }
}
