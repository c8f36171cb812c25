package disclosure.statistics.channel;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionsTest {

  private static final TopicPartition PARTITION =
      new TopicPartition(Topic.APPLICATIONS.topicName(), 3);

  private final TestClock clock = new TestClock();
  private final Partitions partitions = new Partitions(new SimpleMeterRegistry(), clock);

  @BeforeEach
  void counted_up_to_900() {
    partitions.assign(PARTITION, "topic", 0);
    partitions.advance(PARTITION, 900);
  }

  @Test
  void what_follows_is_counted_in_its_turn() {
    assertThat(partitions.isReadAhead(PARTITION, 900)).isFalse();
    assertThat(partitions.readFrom(PARTITION, 903)).isEqualTo(900);
  }

  @Test
  void what_was_read_ahead_waits_until_the_offset_gone_back_to_is_read_again() {
    partitions.goBack(PARTITION, 850, 900);

    assertThat(partitions.isReadAhead(PARTITION, 1000)).isTrue();
    assertThat(partitions.isReadAhead(PARTITION, 1100)).isTrue();
    assertThat(partitions.isReadAhead(PARTITION, 850)).isFalse();
    assertThat(partitions.readFrom(PARTITION, 850)).isEqualTo(850);
    partitions.advance(PARTITION, 1000);
    assertThat(partitions.isReadAhead(PARTITION, 1000)).isFalse();
  }

  @Test
  void compaction_may_have_removed_the_offset_gone_back_to() {
    partitions.goBack(PARTITION, 850, 900);

    assertThat(partitions.isReadAhead(PARTITION, 861)).isFalse();
    assertThat(partitions.readFrom(PARTITION, 861)).isEqualTo(850);
  }

  @Test
  void compaction_may_remove_all_up_to_what_was_read_ahead() {
    partitions.goBack(PARTITION, 850, 900);
    assertThat(partitions.isReadAhead(PARTITION, 907)).isTrue();

    partitions.goBack(PARTITION, partitions.readFrom(PARTITION, 907), 907);

    assertThat(partitions.isReadAhead(PARTITION, 907)).isFalse();
    assertThat(partitions.readFrom(PARTITION, 907)).isEqualTo(850);
  }

  @Test
  void another_assignment_knows_nothing_of_it() {
    partitions.goBack(PARTITION, 850, 900);
    partitions.assign(PARTITION, "topic", 950);

    assertThat(partitions.isReadAhead(PARTITION, 950)).isFalse();
  }

  @Test
  void what_was_left_out_while_a_partition_stood_still_is_read_again_first() {
    partitions.halt(PARTITION, new IllegalStateException());
    assertThat(partitions.isHalted(PARTITION)).isTrue();

    partitions.assign(PARTITION, "topic", 900);

    assertThat(partitions.isHalted(PARTITION)).isFalse();
    assertThat(partitions.isReadAhead(PARTITION, 950)).isTrue();
    assertThat(partitions.isReadAhead(PARTITION, 900)).isFalse();
  }

  @Test
  void a_fault_is_tried_again_less_and_less_often_and_at_least_once_a_minute() {
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      partitions.halt(PARTITION, new IllegalStateException());
      Instant stopped = clock.instant();
      while (partitions.toRestart().isEmpty()) {
        clock.advance(Duration.ofSeconds(1));
      }
      waits.add(Duration.between(stopped, clock.instant()));
      partitions.assign(PARTITION, "topic", 900);
    }
    assertThat(waits).extracting(Duration::toSeconds).containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
  }

  @Test
  void a_fault_is_told_until_something_is_counted() {
    partitions.halt(PARTITION, new IllegalStateException());
    partitions.assign(PARTITION, "topic", 900);
    assertThat(partitions.halted().get(PARTITION)).contains("IllegalStateException");

    partitions.advance(PARTITION, 901);

    assertThat(partitions.halted()).isEmpty();
  }

  @Test
  void what_needs_somebody_to_look_is_not_tried_again() {
    partitions.halt(PARTITION, new IllegalStateException());
    partitions.halt(PARTITION, "the topic was created anew");
    clock.advance(Duration.ofHours(1));

    assertThat(partitions.toRestart()).isEmpty();
    assertThat(partitions.halted()).containsEntry(PARTITION, "the topic was created anew");
  }

  private static final class TestClock extends Clock {

    private Instant now = Instant.EPOCH;

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
