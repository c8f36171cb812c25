package disclosure.statistics.figures;

import disclosure.requests.contract.OrganCode;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import java.time.Instant;
import java.util.Optional;

/**
 * The figures of a period beside those of the same days a year before, all of one snapshot. What is
 * absent is of a period that the caller may not see.
 *
 * @param period the days asked for, as far as they have come
 * @param yearBefore the same days of the year before
 * @param asOf the moment of the snapshot
 * @param comparison the totals of table three
 * @param open what was open at the end of the period's last day
 * @param several whether more than one organ is counted
 */
public record Overview(
    OrganCode organ,
    String organName,
    Period period,
    Period yearBefore,
    Scope scope,
    Instant asOf,
    Counted<Comparison> comparison,
    Counted<Trend> trend,
    Optional<Counted<Trend>> trendBefore,
    Counted<Timeliness> timeliness,
    Optional<Counted<Timeliness>> timelinessBefore,
    Counted<OpenApplications> open,
    boolean several) {}
