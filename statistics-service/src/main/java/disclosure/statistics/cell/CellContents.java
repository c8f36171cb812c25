package disclosure.statistics.cell;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The applications behind one cell, or a part of them, of one snapshot.
 *
 * @param column the applicant type; absent for the total
 * @param count the cell's number; all parts together have as many items
 * @param names of the organs of the items, by their codes
 * @param byDay whether they are in the order of the days of receipt; else by organ, and then by day
 * @param next what the following part is asked for with; absent after the last one
 */
public record CellContents(
    OrganCode organ,
    String organName,
    Period period,
    Scope scope,
    FormRow row,
    Optional<ApplicantType> column,
    Instant asOf,
    long count,
    List<CellPage.Item> items,
    Map<String, String> names,
    boolean byDay,
    Optional<String> next) {}
