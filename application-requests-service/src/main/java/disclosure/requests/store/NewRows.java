package disclosure.requests.store;

import disclosure.requests.application.Receipt;
import disclosure.requests.personaldata.SealedApplicant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** New rows of the table of applications, any number in one statement: an array for each column. */
final class NewRows {

  private static final String INSERT =
      """
      INSERT INTO application
             (version, id, organ_code, source_client, source_reference, received_on, channel,
              logged_applicant_type, subject, imported, recorded_at, changed_at, applicant_type,
              status, outcome, concluded_on, due_on, due_provisional, extended, due_settled_on,
              clock_revision, answer_due_on, working_days, fees, on_behalf_of, answer,
              applicant_name, applicant_identity_number, applicant_contact, applicant_fingerprint,
              content_digest)
      SELECT ?, a::uuid, b, c, d, e::date, f, g, h, i::boolean, j::timestamptz, j::timestamptz, k, l,
             m, n::date, o::date, p::boolean, q::boolean, r::date, s::bigint, t::date, u::integer,
             v::jsonb, w, x, aa, bb, cc, dd, ee
        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[],
                    ?::bytea[], ?::bytea[])
             AS posted (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x,
                        aa, bb, cc, dd, ee)
      ON CONFLICT (source_client, organ_code, source_reference) DO NOTHING
      RETURNING id
      """;

  private static final int TEXTS = 24;
  private static final int BYTES = 5;

  private final String[][] texts;
  private final byte[][][] bytes;

  private NewRows(int rows) {
    texts = new String[TEXTS][rows];
    bytes = new byte[BYTES][rows][];
  }

  /**
   * Stores those whose natural key is free; waits for transactions that are just taking one.
   *
   * @param digests what each says, encrypted
   * @return the ids of those that were stored
   */
  static Set<UUID> insert(
      Connection connection, List<NewApplication> applications, List<byte[]> digests)
      throws SQLException {
    NewRows rows = new NewRows(applications.size());
    for (int row = 0; row < applications.size(); row++) {
      rows.set(row, applications.get(row), digests.get(row));
    }
    Set<UUID> stored = new HashSet<>();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setLong(1, NewApplication.FIRST_VERSION);
      for (int column = 0; column < TEXTS; column++) {
        insert.setArray(2 + column, connection.createArrayOf("text", rows.texts[column]));
      }
      for (int column = 0; column < BYTES; column++) {
        insert.setArray(2 + TEXTS + column, connection.createArrayOf("bytea", rows.bytes[column]));
      }
      try (ResultSet ids = insert.executeQuery()) {
        while (ids.next()) {
          stored.add(ids.getObject(1, UUID.class));
        }
      }
    }
    return stored;
  }

  private void set(int row, NewApplication application, byte[] digest) {
    Receipt receipt = application.application().receipt();
    DerivedState derived = application.derived();
    ProcessingFacts processing = derived.processing();
    SealedApplicant applicant = application.applicant();
    Object[] cells = {
      application.id(),
      receipt.organCode().value(),
      application.key().clientId(),
      application.key().sourceReference(),
      receipt.receivedOn(),
      receipt.channel().name(),
      receipt.applicantType().name(),
      application.subject().orElse(null),
      receipt.imported(),
      application.recordedAt(),
      derived.applicantType().name(),
      derived.status().name(),
      derived.outcome().map(Enum::name).orElse(null),
      derived.concludedOn().orElse(null),
      derived.dueOn().orElse(null),
      derived.dueProvisional(),
      derived.extended(),
      derived.settledOn().orElse(null),
      derived.clockRevision(),
      processing.answerDueOn().orElse(null),
      processing.workingDays().orElse(null),
      processing.storedFees(),
      application.onBehalfOf().orElse(null),
      application.answer()
    };
    for (int column = 0; column < TEXTS; column++) {
      texts[column][row] = cells[column] == null ? null : cells[column].toString();
    }
    bytes[0][row] = applicant.name().orElse(null);
    bytes[1][row] = applicant.identityNumber().orElse(null);
    bytes[2][row] = applicant.contact().orElse(null);
    bytes[3][row] = applicant.fingerprint().orElse(null);
    bytes[4][row] = digest;
  }
}
