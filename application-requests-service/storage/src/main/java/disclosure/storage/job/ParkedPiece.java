package disclosure.storage.job;

import java.time.Instant;
import java.util.UUID;

/**
 * A piece that couldn't be done.
 *
 * @param id by which it is tried again
 * @param kind the kind of job
 * @param jobId the job
 * @param key the row or part, as the kind knows it; empty for the walk over all rows
 * @param cause what was thrown, and where
 * @param attempts how often it was tried
 * @param parkedAt when it was given up
 */
public record ParkedPiece(
    long id, String kind, UUID jobId, String key, String cause, int attempts, Instant parkedAt) {}
