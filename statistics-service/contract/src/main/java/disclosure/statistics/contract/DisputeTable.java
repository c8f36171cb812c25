package disclosure.statistics.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Table four of the annual report for one organ, period and scope.
 *
 * @param organ the organ asked for
 * @param organName its name in the directory
 * @param from the first day of the period
 * @param to its last day
 * @param scope which organs were counted
 * @param asOf the moment of the one snapshot that all figures come from
 * @param rows the three groups in the order of the form
 */
public record DisputeTable(
    @JsonProperty(required = true) OrganCode organ,
    @JsonProperty(required = true) String organName,
    @JsonProperty(required = true) LocalDate from,
    @JsonProperty(required = true) LocalDate to,
    @JsonProperty(required = true) Scope scope,
    @JsonProperty(required = true) Instant asOf,
    @JsonProperty(required = true) List<DisputeRow> rows) {

  /**
   * @throws IllegalArgumentException when the rows are not the three groups in their order
   */
  public DisputeTable {
    rows = List.copyOf(rows);
    if (!rows.stream().map(DisputeRow::kind).toList().equals(List.of(DisputeKind.values()))) {
      throw new IllegalArgumentException("not the three groups of the form in their order");
    }
  }
}
