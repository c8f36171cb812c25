package disclosure.requests.tally;

import disclosure.requests.contract.OrganCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * 信息处理费 of a period, as section six of the annual report tells them.
 *
 * @param organ the organ asked for
 * @param from the first day of the period
 * @param to its last day
 * @param scope which organs were counted
 * @param asOf the moment of counting
 * @param noticesIssued how many fee notices went out in the period
 * @param amountNotified what they charged together, in 元
 * @param amountReceived what was paid in the period, in 元, whenever it had been notified
 */
record FeeFigures(
    OrganCode organ,
    LocalDate from,
    LocalDate to,
    TallyScope scope,
    Instant asOf,
    long noticesIssued,
    BigDecimal amountNotified,
    BigDecimal amountReceived) {}
