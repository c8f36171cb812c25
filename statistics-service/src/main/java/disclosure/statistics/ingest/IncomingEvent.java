package disclosure.statistics.ingest;

import disclosure.requests.contract.CloudEventHeader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * One record as it came.
 *
 * @param offset its place in the partition
 * @param leaderEpoch the leader that wrote it, when known
 * @param key the key's bytes; empty when absent
 * @param headers the last value of each header that is looked at, as text
 * @param value the value's bytes; empty for a tombstone
 */
public record IncomingEvent(
    long offset,
    Optional<Integer> leaderEpoch,
    Optional<String> key,
    Map<String, String> headers,
    Optional<byte[]> value) {

  private static final Set<String> LOOKED_AT =
      Stream.of(
              CloudEventHeader.SPEC_VERSION,
              CloudEventHeader.TYPE,
              CloudEventHeader.SUBJECT,
              CloudEventHeader.TIME)
          .map(CloudEventHeader::header)
          .collect(Collectors.toUnmodifiableSet());

  /** The record of a consumer. */
  public static IncomingEvent of(ConsumerRecord<byte[], byte[]> kafkaRecord) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : kafkaRecord.headers()) {
      if (header.value() != null && LOOKED_AT.contains(header.key())) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return new IncomingEvent(
        kafkaRecord.offset(),
        kafkaRecord.leaderEpoch(),
        Optional.ofNullable(kafkaRecord.key()).map(key -> new String(key, StandardCharsets.UTF_8)),
        headers,
        Optional.ofNullable(kafkaRecord.value()));
  }
}
