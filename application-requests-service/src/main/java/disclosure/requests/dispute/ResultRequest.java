package disclosure.requests.dispute;

import disclosure.requests.contract.DisputeResult;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * How a case ended.
 *
 * @param closedOn the day on which it did
 */
public record ResultRequest(@NotNull DisputeResult result, @NotNull LocalDate closedOn) {}
