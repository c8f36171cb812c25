package disclosure.requests.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * The applicant with most of his data hidden.
 *
 * @param name the first character and stars
 * @param identityNumber stars and the last four characters
 * @param contact stars and the last four characters
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record MaskedApplicant(
    Optional<String> name, Optional<String> identityNumber, Optional<String> contact) {}
