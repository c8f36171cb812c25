package disclosure.report.run;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * A run as it is asked for.
 *
 * @param organCode whose subtree
 * @param year the year reported on
 * @param kind what to do with each report
 * @param formats which documents to draw; not for checks
 */
record RunBody(
    @NotNull String organCode,
    @NotNull Integer year,
    @NotNull Run.Kind kind,
    Optional<@Size(min = 1, max = 8) List<@NotNull String>> formats) {}
