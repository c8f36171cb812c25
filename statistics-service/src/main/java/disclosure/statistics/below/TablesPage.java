package disclosure.statistics.below;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Matrix;
import disclosure.statistics.contract.Scope;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The tables of an organ and of those below it, or a part of them.
 *
 * @param organ the organ above
 * @param scope which organs each of the tables counts
 * @param asOf the moment of the snapshot that this page comes from, or up to which is counted
 * @param items in the order of their organs' codes; each is what is answered for it alone
 * @param next where the following part is; null in JSON after the last one
 */
record TablesPage(
    OrganCode organ,
    LocalDate from,
    LocalDate to,
    Scope scope,
    Instant asOf,
    List<Matrix> items,
    Optional<URI> next) {}
