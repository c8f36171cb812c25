package disclosure.requests.outbox.sending;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayProducerTest {

  @Test
  void by_default_every_replica_acknowledges_and_retries_keep_the_order() {
    assertThatCode(() -> with(Map.of())).doesNotThrowAnyException();
  }

  @Test
  void the_start_fails_when_one_broker_would_acknowledge_alone() {
    assertThatThrownBy(() -> with(Map.of("acks", "1", "enable.idempotence", "false")))
        .hasMessageContaining("kafka.acks");
  }

  @Test
  void the_start_fails_without_idempotence() {
    assertThatThrownBy(() -> with(Map.of("enable.idempotence", "false")))
        .hasMessageContaining("kafka.enable.idempotence");
  }

  @Test
  void settings_that_contradict_each_other_fail_the_start() {
    assertThatThrownBy(() -> with(Map.of("acks", "1")))
        .hasMessageContaining("Must set acks to all");
    assertThatThrownBy(() -> with(Map.of("max.in.flight.requests.per.connection", "6")))
        .hasMessageContaining("at most 5");
  }

  private static RelayProducer with(Map<String, Object> overrides) {
    Map<String, Object> settings = new HashMap<>(overrides);
    settings.put("bootstrap.servers", "localhost:9092");
    return new RelayProducer(settings);
  }
}
