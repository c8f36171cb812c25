package disclosure.statistics.ingest;

import disclosure.requests.contract.OrganCode;
import java.util.Set;

/**
 * What became of a batch.
 *
 * @param applied states that were newer than what was held
 * @param stale states that were not
 * @param rejected records that were parked
 * @param changed organs whose tables the batch may have changed
 */
record Applied(int applied, int stale, int rejected, Set<OrganCode> changed) {

  static final Applied NOTHING = new Applied(0, 0, 0, Set.of());
}
