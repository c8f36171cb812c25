package disclosure.requests.privacy;

import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.SealedApplicant;
import disclosure.storage.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who applied by what was recorded before corrections, encrypted as in the application itself. */
@ApplicationScoped
class ReceiptsBefore {

  private static final String FIND =
      """
      SELECT application_id, sequence, applicant_name, applicant_identity_number, applicant_contact,
             NULL::bytea AS applicant_fingerprint, applicant_others
        FROM application_receipt_before
       WHERE application_id = ANY (:ids)
       ORDER BY application_id, sequence
         FOR NO KEY UPDATE
      """;

  private static final String REPLACE =
      """
      UPDATE application_receipt_before
         SET applicant_name = :name, applicant_identity_number = :identityNumber,
             applicant_contact = :contact, applicant_others = :others
       WHERE application_id = :id AND sequence = :sequence
      """;

  /** What stood before the step of that number. */
  record Before(UUID applicationId, int sequence, SealedApplicant applicant) {

    private static Before read(ResultSet row) throws SQLException {
      return new Before(
          row.getObject("application_id", UUID.class),
          row.getInt("sequence"),
          SealedApplicant.read(row));
    }
  }

  /** All of the applications, whose rows are locked. */
  List<Before> of(Connection connection, Collection<UUID> applications) throws SQLException {
    return Sql.of(connection, FIND).array("ids", "uuid", applications).rows(Before::read);
  }

  /** Stores the same under the primary key. */
  void encryptAnew(Connection connection, Before before, PersonalDataCipher cipher)
      throws SQLException {
    Sql.of(connection, REPLACE)
        .all(before.applicant().anew(before.applicationId(), cipher))
        .with("id", before.applicationId())
        .with("sequence", before.sequence())
        .update();
  }
}
