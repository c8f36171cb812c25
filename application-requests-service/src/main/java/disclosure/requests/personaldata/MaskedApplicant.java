package disclosure.requests.personaldata;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The applicant with most of his data hidden.
 *
 * @param name the first character and stars
 * @param identityNumber stars and the last four characters
 * @param contact stars and the last four characters
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MaskedApplicant(
    Optional<String> name, Optional<String> identityNumber, Optional<String> contact) {

  /**
   * Reads it from a row.
   *
   * @param row with the columns {@code applicant_name}, {@code applicant_identity_number} and
   *     {@code applicant_contact}
   * @param applicationId the row's id
   */
  public static MaskedApplicant of(ResultSet row, UUID applicationId, PersonalDataCipher cipher)
      throws SQLException {
    return new SealedApplicant(
            Optional.ofNullable(row.getBytes(SealedApplicant.NAME)),
            Optional.ofNullable(row.getBytes(SealedApplicant.IDENTITY_NUMBER)),
            Optional.ofNullable(row.getBytes(SealedApplicant.CONTACT)),
            Optional.empty())
        .masked(applicationId, cipher);
  }
}
