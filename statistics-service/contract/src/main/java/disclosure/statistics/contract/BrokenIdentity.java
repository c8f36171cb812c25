package disclosure.statistics.contract;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import java.util.Optional;

/**
 * An equation that does not hold, with both of its sides.
 *
 * @param identity which equation
 * @param row the row that it was looked at in; for {@link Identity#IN_EQUALS_OUT} the last row
 * @param column the applicant type; empty for the total column
 * @param left the left side's number
 * @param right the right side's number
 */
public record BrokenIdentity(
    Identity identity, FormRow row, Optional<ApplicantType> column, long left, long right) {}
