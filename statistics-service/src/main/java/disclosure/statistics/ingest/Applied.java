package disclosure.statistics.ingest;

import disclosure.requests.contract.OrganCode;
import java.util.Set;

/**
 * What became of a batch.
 *
 * @param applied states that were newer than what was held
 * @param stale states that were not
 * @param repeated events that another owner of the partition, or an earlier attempt, has counted
 * @param rejected records that were parked
 * @param changed organs whose tables the batch may have changed
 */
public record Applied(int applied, int stale, int repeated, int rejected, Set<OrganCode> changed) {

  /** Of a batch whose events were all counted before. */
  static Applied nothing(int repeated) {
    return new Applied(0, 0, repeated, 0, Set.of());
  }
}
