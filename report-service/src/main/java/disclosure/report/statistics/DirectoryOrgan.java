package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;

/**
 * An organ of the directory.
 *
 * @param organCode which
 * @param name its name
 * @param kind what it is
 */
public record DirectoryOrgan(
    @JsonProperty(required = true) OrganCode organCode,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) OrganKind kind) {}
