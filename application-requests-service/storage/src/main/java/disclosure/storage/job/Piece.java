package disclosure.storage.job;

import java.util.UUID;

/**
 * A claimed piece of a job.
 *
 * @param id its number
 * @param jobId the job's
 * @param key what its kind knows it by; {@link #WALK} for one that goes over rows part by part
 * @param attempts how many failed before this one
 * @param claim which of its claims this is; whoever has an older one stores nothing
 */
public record Piece(long id, UUID jobId, String key, int attempts, long claim) {

  /** The key of the piece that goes over rows; those that it sets aside have keys of their own. */
  public static final String WALK = "";

  /** Whether it goes over rows, and isn't one of them. */
  public boolean isWalk() {
    return key.equals(WALK);
  }
}
