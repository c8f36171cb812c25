package disclosure.requests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTest {

  @ParameterizedTest
  @EnumSource
  void a_topic_is_found_by_its_name(Topic topic) {
    assertThat(Topic.named(topic.topicName())).isEqualTo(topic);
  }

  @Test
  void another_name_is_refused() {
    assertThatThrownBy(() -> Topic.named("disclosure.secrets"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void a_topic_keeps_the_newest_state_of_every_key_for_ever(Topic topic) {
    assertThat(topic.settings())
        .containsEntry("cleanup.policy", "compact")
        .doesNotContainKey("retention.ms");
  }
}
