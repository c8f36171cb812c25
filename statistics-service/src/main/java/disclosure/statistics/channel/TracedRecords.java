package disclosure.statistics.channel;

import disclosure.edge.trace.TraceParent;
import disclosure.edge.trace.Traces;
import disclosure.requests.contract.CloudEventHeader;
import disclosure.statistics.trace.CountingSpans;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Finds the records whose changes are traced; while traces are off it looks at none. */
final class TracedRecords {

  private TracedRecords() {}

  static CountingSpans begin(
      Traces traces, TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    if (!traces.areOn()) {
      return CountingSpans.NONE;
    }
    List<CountingSpans.Traced> traced = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> each : records) {
      Optional<TraceParent> parent = header(each, TraceParent.HEADER).flatMap(traces::carried);
      if (parent.isPresent()) {
        traced.add(
            new CountingSpans.Traced(
                each.offset(),
                parent.get(),
                header(each, CloudEventHeader.ID.header()),
                header(each, CloudEventHeader.TYPE.header())));
      }
    }
    return CountingSpans.begin(traces, partition.topic(), partition.partition(), traced);
  }

  private static Optional<String> header(ConsumerRecord<byte[], byte[]> of, String name) {
    return Optional.ofNullable(of.headers().lastHeader(name))
        .map(header -> header.value())
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }
}
