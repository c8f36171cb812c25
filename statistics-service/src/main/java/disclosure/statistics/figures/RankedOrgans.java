package disclosure.statistics.figures;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import disclosure.statistics.figures.Ranking.Item;
import java.time.Instant;
import java.util.Map;

/**
 * The organs of a scope by one of their figures, with those of the same days a year before.
 *
 * @param period the days asked for, as far as they have come
 * @param before of the listed organs, by their codes; without those whose figures of then the
 *     caller may not read
 */
public record RankedOrgans(
    OrganCode organ,
    String organName,
    Period period,
    Period yearBefore,
    Scope scope,
    Instant asOf,
    Counted<Ranking> ranking,
    Map<String, Item> before) {}
