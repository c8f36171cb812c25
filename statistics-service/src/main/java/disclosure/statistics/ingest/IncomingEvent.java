package disclosure.statistics.ingest;

import java.util.Map;
import java.util.Optional;

/**
 * One record as it came.
 *
 * @param offset its place in the partition
 * @param leaderEpoch the leader that wrote it, when known
 * @param key the key's bytes; empty when absent
 * @param headers the last value of each header, as text
 * @param value the value's bytes; empty for a tombstone
 */
record IncomingEvent(
    long offset,
    Optional<Integer> leaderEpoch,
    Optional<String> key,
    Map<String, String> headers,
    Optional<byte[]> value) {}
