package disclosure.statistics.channel;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionsTest {

  private static final TopicPartition PARTITION =
      new TopicPartition(Topic.APPLICATIONS.topicName(), 3);

  private final Partitions partitions = new Partitions(new SimpleMeterRegistry());

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
}
