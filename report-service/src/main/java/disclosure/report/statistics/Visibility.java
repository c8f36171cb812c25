package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.requests.contract.OrganCode;

/** Whether the caller may see an organ, as the statistics answer. */
record Visibility(
    @JsonProperty(required = true) OrganCode organ,
    @JsonProperty(required = true) boolean visible) {}
