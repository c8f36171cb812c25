package disclosure.requests.tally;

import disclosure.requests.contract.OrganCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Table three as the register counts it.
 *
 * @param organ the organ asked for
 * @param from the first day of the period
 * @param to its last day
 * @param scope which organs were counted
 * @param asOf the moment of counting
 * @param rows all 25 rows in the order of the form
 */
record Tally(
    OrganCode organ,
    LocalDate from,
    LocalDate to,
    TallyScope scope,
    Instant asOf,
    List<TallyRow> rows) {}
