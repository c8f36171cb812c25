package disclosure.statistics.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import java.time.LocalDate;
import java.util.List;

/**
 * An organ that ended and is counted with the organ asked for, and how much of the table it gave.
 *
 * @param organCode the organ
 * @param name its last name
 * @param until its last day
 * @param newlyReceived row 一, all applicants
 * @param carriedIn row 二
 * @param concluded row 三（七）
 * @param carriedOut row 四
 */
public record MergedOrgan(
    @JsonProperty(required = true) OrganCode organCode,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) LocalDate until,
    @JsonProperty(required = true) long newlyReceived,
    @JsonProperty(required = true) long carriedIn,
    @JsonProperty(required = true) long concluded,
    @JsonProperty(required = true) long carriedOut) {

  /** The organ with what its own 25 rows say. */
  public static MergedOrgan of(
      OrganCode organCode, String name, LocalDate until, List<MatrixRow> rows) {
    return new MergedOrgan(
        organCode,
        name,
        until,
        rows.get(FormRow.NEWLY_RECEIVED.ordinal()).total(),
        rows.get(FormRow.CARRIED_IN.ordinal()).total(),
        rows.get(FormRow.CONCLUDED.ordinal()).total(),
        rows.get(FormRow.CARRIED_OUT.ordinal()).total());
  }
}
