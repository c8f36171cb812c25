package disclosure.statistics.contribution;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Scope;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The organs of a table, or a part of them.
 *
 * @param asOf the moment of the snapshot that this page comes from
 * @param items in the order of their codes
 * @param next where the following part is; null in JSON after the last one
 */
record ContributionsPage(
    OrganCode organ,
    LocalDate from,
    LocalDate to,
    Scope scope,
    Instant asOf,
    List<Contribution> items,
    Optional<URI> next) {}
