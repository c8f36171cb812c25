package disclosure.statistics.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * A record that could not be counted. Its content stays in Kafka: it may be anything.
 *
 * @param topicId Kafka's id of the topic
 * @param subject what it is about, when that could be read
 * @param version the subject's version, when that could be read
 * @param resolution APPLIED or GONE once it was tried again; absent while it is parked
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ParkedEvent(
    String topic,
    String topicId,
    int partition,
    long offset,
    RejectionCause cause,
    Optional<String> subject,
    Optional<Long> version,
    Instant rejectedAt,
    Optional<String> resolution) {}
