package disclosure.statistics.channel;

import disclosure.edge.trace.Traces;
import disclosure.requests.contract.Topic;
import disclosure.statistics.ingest.Applied;
import disclosure.statistics.ingest.BatchTransaction;
import disclosure.statistics.ingest.CountingStopped;
import disclosure.statistics.ingest.IncomingEvent;
import disclosure.statistics.ingest.PartitionBatch;
import disclosure.statistics.ingest.PositionGap;
import disclosure.statistics.trace.CountingSpans;
import disclosure.storage.FailureLog;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * The channel from the register. A batch is done when its transaction is; until then the channel
 * waits, however long the database is away.
 */
@ApplicationScoped
class RegisterChannel {

  static final String NAME = "register";
  private static final int SECONDS_TO_END = 3;
  private static final Logger LOG = Logger.getLogger(RegisterChannel.class);

  private final BatchTransaction transaction;
  private final Partitions partitions;
  private final KafkaClientService kafka;
  private final CountingMeters meters;
  private final Retry retry;
  private final Traces traces;
  private final Map<TopicPartition, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
  private volatile CompletableFuture<Void> counting = CompletableFuture.completedFuture(null);
  private final ExecutorService counters =
      Executors.newFixedThreadPool(
          2 * Math.max(2, Runtime.getRuntime().availableProcessors()),
          task -> new Thread(task, "counter"));

  RegisterChannel(
      DataSource database,
      Partitions partitions,
      KafkaClientService kafka,
      CountingMeters meters,
      Retry retry,
      Traces traces) {
    this.transaction = new BatchTransaction(database);
    this.partitions = partitions;
    this.kafka = kafka;
    this.meters = meters;
    this.retry = retry;
    this.traces = traces;
  }

  @PreDestroy
  void close() throws InterruptedException {
    counters.shutdown();
    if (!counters.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
      counters.shutdownNow();
    }
  }

  /**
   * Counts partitions side by side, each in its own order. It takes the next records while the last
   * ones are still being counted, so that no partition waits for the slowest one.
   */
  @Incoming(NAME)
  @Blocking
  void consume(ConsumerRecords<byte[], byte[]> records) {
    CompletableFuture<Void> previous = counting;
    counting =
        CompletableFuture.allOf(
            records.partitions().stream()
                .map(partition -> afterItsLast(partition, records.records(partition)))
                .toArray(CompletableFuture[]::new));
    previous.join();
  }

  private CompletableFuture<Void> afterItsLast(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    CountingSpans spans = TracedRecords.begin(traces, partition, records);
    return last.compute(
        partition,
        (same, before) ->
            Optional.ofNullable(before)
                .orElse(CompletableFuture.completedFuture(null))
                .thenRunAsync(() -> countOrHalt(partition, records, spans), counters));
  }

  /** Nothing behind what can't be counted may be: the partition waits for its mending. */
  private void countOrHalt(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, CountingSpans spans) {
    try {
      count(partition, records, spans);
    } catch (Retry.Stopped ending) {
      LOG.debugf(ending, "%s is left to whoever counts it next", partition);
    } catch (RuntimeException | Error failure) {
      partitions.halt(partition, failure);
    }
  }

  private void count(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, CountingSpans spans) {
    long firstOffset = records.get(0).offset();
    if (partitions.isHalted(partition)) {
      return;
    }
    if (partitions.isReadAhead(partition, firstOffset)) {
      goBack(partition, partitions.readFrom(partition, firstOffset), firstOffset);
      return;
    }
    Topic topic = Topic.named(partition.topic());
    PartitionBatch batch =
        new PartitionBatch(
            topic,
            partitions.topicId(topic),
            partition.partition(),
            partitions.readFrom(partition, firstOffset),
            records.stream().map(IncomingEvent::of).toList());
    try {
      Applied applied =
          retry.untilDone(
              "counting a batch",
              partition,
              () -> transaction.apply(batch, spans),
              FailureLog::isOutage);
      spans.committed();
      partitions.advance(partition, batch.nextOffset());
      meters.note(batch, applied);
      warn(partition, applied);
    } catch (PositionGap gap) {
      LOG.warnf(
          "Going back to offset %d of %s, which is not counted yet", gap.storedOffset(), partition);
      goBack(partition, gap.storedOffset(), firstOffset);
    } catch (CountingStopped stopped) {
      partitions.halt(partition, stopped.getMessage());
    }
  }

  private void warn(TopicPartition partition, Applied applied) {
    if (applied.rejected() > 0) {
      LOG.errorf(
          "Parked %d records of %s; their causes are in rejected_event",
          applied.rejected(), partition);
    }
  }

  /**
   * @param firstOffset of the records that can't be counted yet
   */
  private void goBack(TopicPartition partition, long offset, long firstOffset) {
    kafka
        .getConsumer(NAME)
        .runOnPollingThread(
            consumer -> {
              if (consumer.assignment().contains(partition)) {
                consumer.seek(partition, offset);
              }
            })
        .await()
        .indefinitely();
    partitions.goBack(partition, offset, firstOffset);
  }
}
