package disclosure.requests.personaldata;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The applicant with most of his data hidden.
 *
 * @param name the first character and stars
 * @param identityNumber stars and the last four characters
 * @param contact stars and the last four characters
 * @param jointApplicants the names of those who apply beside him, each as his
 * @param agent the name of who applies for him, as his
 * @param unreadable the names of those that are stored, and that no key opens
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MaskedApplicant(
    Optional<String> name,
    Optional<String> identityNumber,
    Optional<String> contact,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> jointApplicants,
    Optional<String> agent,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unreadable) {

  /** What stands, for people, in the place of what no key opens. */
  public static final String UNREADABLE = "（无法解密）";

  /** A defensive copy is kept. */
  public MaskedApplicant {
    jointApplicants = List.copyOf(jointApplicants);
    unreadable = List.copyOf(unreadable);
  }

  /** The name for a table that people read. */
  public String nameInWords() {
    return inWords("name", name).orElse("");
  }

  /** A value for people; in place of one that no key opens, that it is so. */
  public Optional<String> inWords(String field, Optional<String> value) {
    return unreadable.contains(field) ? Optional.of(UNREADABLE) : value;
  }

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
            Optional.empty(),
            Optional.empty())
        .masked(applicationId, cipher);
  }
}
