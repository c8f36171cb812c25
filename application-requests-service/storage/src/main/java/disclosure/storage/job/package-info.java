/**
 * Background work of one kind: jobs of pieces, which any number of instances claim by the
 * database's time, work on, try again, and park when they can't be done. A piece that can't be done
 * holds up nobody; an outage of the database pauses all and is held against none.
 *
 * <p>A service has the two tables {@code job} and {@code job_piece} in its own schema, {@code
 * job_turn} where those who order take turns, and a {@link disclosure.storage.job.JobKind} for each
 * sort of work; {@link disclosure.storage.job.JobWorkers} does the rest.
 */
package disclosure.storage.job;
