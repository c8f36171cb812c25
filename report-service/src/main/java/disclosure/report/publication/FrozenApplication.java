package disclosure.report.publication;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Outcome;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One application as it counted in a published table three.
 *
 * @param applicationId the register's id
 * @param version the version that counted
 * @param applicantType the column
 * @param receivedOn when it was received
 * @param outcome how it ended, when it has
 * @param concludedOn when it ended
 */
public record FrozenApplication(
    UUID applicationId,
    long version,
    ApplicantType applicantType,
    LocalDate receivedOn,
    Optional<Outcome> outcome,
    Optional<LocalDate> concludedOn) {}
