package disclosure.statistics.contribution;

import com.fasterxml.jackson.annotation.JsonInclude;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.MatrixRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one organ's own applications are in a period, whoever counts them.
 *
 * @param organCode the organ
 * @param name its name at the end of the period, or its last one
 * @param kind what it was then
 * @param validTo its last day, when it has one
 * @param countedWith the organ whose own table has them at the end of the period: itself, or once
 *     it has ended its successor; absent when it ended without one, or is yet to come, so that no
 *     sum has them
 * @param above the organs above by the end of the period, or by the last day on which it stood
 *     below one that existed, or the first one, from below upwards
 * @param newlyReceived row 一, all applicants
 * @param carriedIn row 二
 * @param concluded row 三（七）
 * @param carriedOut row 四
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Contribution(
    OrganCode organCode,
    String name,
    OrganKind kind,
    Optional<LocalDate> validTo,
    Optional<OrganCode> countedWith,
    List<OrganCode> above,
    long newlyReceived,
    long carriedIn,
    long concluded,
    long carriedOut) {

  static Contribution of(OrganPlace place, List<MatrixRow> rows) {
    return new Contribution(
        new OrganCode(place.organ().code()),
        place.organ().nameOn(place.day()),
        place.organ().kindOn(place.day()),
        place.organ().validTo(),
        place.countedWith().map(OrganCode::new),
        place.above().stream().map(OrganCode::new).toList(),
        total(rows, FormRow.NEWLY_RECEIVED),
        total(rows, FormRow.CARRIED_IN),
        total(rows, FormRow.CONCLUDED),
        total(rows, FormRow.CARRIED_OUT));
  }

  /** Whether there is anything that a sum could lack. */
  boolean hasFigures() {
    return newlyReceived > 0 || carriedIn > 0;
  }

  private static long total(List<MatrixRow> rows, FormRow row) {
    return rows.get(row.ordinal()).total();
  }
}
