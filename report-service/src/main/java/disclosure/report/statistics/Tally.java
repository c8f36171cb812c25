package disclosure.report.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.MatrixRow;
import disclosure.statistics.contract.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Table three as the register itself counts it, by code that shares nothing with the statistics.
 *
 * @param organ the organ asked for
 * @param from the first day of the period
 * @param to its last day
 * @param scope which organs were counted
 * @param asOf the moment of the count
 * @param rows all 25 rows in the order of the form
 */
public record Tally(
    @JsonProperty(required = true) OrganCode organ,
    @JsonProperty(required = true) LocalDate from,
    @JsonProperty(required = true) LocalDate to,
    @JsonProperty(required = true) Scope scope,
    @JsonProperty(required = true) Instant asOf,
    @JsonProperty(required = true) List<MatrixRow> rows) {

  /**
   * @throws IllegalArgumentException when the rows are not the 25 of the form in its order
   */
  public Tally {
    rows = List.copyOf(rows);
    if (!rows.stream().map(MatrixRow::code).toList().equals(List.of(FormRow.values()))) {
      throw new IllegalArgumentException("not the 25 rows of the form in their order");
    }
  }

  /** The given row. */
  public MatrixRow row(FormRow code) {
    return rows.get(code.ordinal());
  }
}
