package disclosure.report.release;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A publication as it is asked for.
 *
 * @param reason why the published report is corrected; not for the first publication
 */
public record PublicationBody(
    Optional<@Size(max = 1000) @Pattern(regexp = "(?s).*\\S.*") String> reason) {}
