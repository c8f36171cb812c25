package disclosure.requests.subscription;

import disclosure.requests.contract.OrganCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * Where a system wants to be told of what.
 *
 * @param address where it listens
 * @param organCodes whose events, with those of all organs below; absent: all that the token names
 * @param events which types of events; absent: all
 */
record SubscriptionRequest(
    @NotBlank @Size(max = 500) String address,
    Optional<@Size(min = 1, max = 100) List<@NotNull OrganCode>> organCodes,
    Optional<@Size(min = 1, max = 10) List<@NotNull String>> events) {}
