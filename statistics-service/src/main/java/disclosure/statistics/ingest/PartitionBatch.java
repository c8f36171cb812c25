package disclosure.statistics.ingest;

import disclosure.requests.contract.Topic;
import java.util.List;

/**
 * Consecutive records of one partition.
 *
 * @param topic the topic
 * @param topicId Kafka's id of it, which changes when it is created anew under its old name
 * @param partition from 0
 * @param readFrom every record of the partition from this offset up to the last event is in the
 *     batch, unless compaction removed it
 * @param events in the order of their offsets, at least one
 */
public record PartitionBatch(
    Topic topic, String topicId, int partition, long readFrom, List<IncomingEvent> events) {

  /** The offset after the last event. */
  public long nextOffset() {
    return events.get(events.size() - 1).offset() + 1;
  }
}
