package disclosure.requests.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.trace.Traces;
import disclosure.local.server.FreePort;
import disclosure.local.server.LocalKafka;
import disclosure.requests.TestDatabase;
import disclosure.requests.transaction.RelaySignal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BrokerOutageIT {

  private static final Map<String, Object> IMPATIENT =
      Map.of(
          "max.block.ms", 500,
          "request.timeout.ms", 500,
          "delivery.timeout.ms", 1000,
          "linger.ms", 0,
          "reconnect.backoff.max.ms", 100);

  @TempDir Path directory;

  @Test
  void while_the_broker_is_away_changes_are_accepted_and_sent_when_it_is_back() throws Exception {
    DataSource database = TestDatabase.create("outage").service();
    OutboxFixture outbox = new OutboxFixture(database, database);
    int port = FreePort.any();
    int controller = FreePort.any();
    UUID id = UUID.randomUUID();
    LocalKafka broker = LocalKafka.start(directory, port, controller);
    broker.createTopics();
    Map<String, Object> settings = new java.util.HashMap<>(IMPATIENT);
    settings.put("bootstrap.servers", broker.bootstrapServers());
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    RelayLoop loop =
        new RelayLoop(
            database, settings, OutboxFixture.SETTINGS, new RelaySignal(), Traces.off(), meters);
    loop.start(null);
    try {
      outbox.write(id, 1);
      Awaitility.await().until(() -> outbox.pending() == 0);
      broker.close();
      for (long version = 2; version <= 300; version++) {
        outbox.write(id, version);
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> meters.get("outbox.publish.errors").counter().count() >= 3);
      assertThat(outbox.pending()).isEqualTo(299);
      broker = LocalKafka.start(directory, port, controller);
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> outbox.pending() == 0);
    } finally {
      loop.end(null);
      loop.awaitEnd(null);
    }
    assertThat(OutboxFixture.versions(broker.bootstrapServers(), id).stream().distinct())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 300).boxed().toList());
    broker.close();
  }
}
