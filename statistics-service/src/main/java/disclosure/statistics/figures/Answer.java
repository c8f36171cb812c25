package disclosure.statistics.figures;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Scope;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Figures with what they are about.
 *
 * @param from the first day of the period
 * @param to its last day; the hierarchy of this day counts
 * @param asOf the moment of the snapshot, or up to which records counted
 * @param population what the figures count
 */
record Answer<T>(
    OrganCode organ,
    String organName,
    LocalDate from,
    LocalDate to,
    Scope scope,
    Instant asOf,
    Population population,
    T figures) {}
