package disclosure.acceptance.product;

import disclosure.local.server.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The ways from the services to PostgreSQL and to Kafka. */
record Networks(
    int postgresPort, int kafkaPort, int controllerPort, Relay toPostgres, Relay toKafka)
    implements AutoCloseable {

  static Networks open() throws IOException {
    int postgres = FreePort.any();
    int kafka = FreePort.any();
    return new Networks(postgres, kafka, FreePort.any(), Relay.to(postgres), Relay.to(kafka));
  }

  /**
   * A broker that sends its clients through the network wherever they asked first.
   *
   * @param log where it says what it does
   */
  Broker startKafka(Path directory, Path log) throws IOException {
    return BrokerProcess.start(directory, log, kafkaPort, controllerPort, toKafka.port());
  }

  /** A service's settings, with its servers at this side of the network. */
  Map<String, String> through(Map<String, String> settings) {
    Map<String, String> through = new HashMap<>(settings);
    through.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + toKafka.port());
    through.computeIfPresent(
        "DATABASE_URL",
        (name, url) -> url.replace(":" + postgresPort + "/", ":" + toPostgres.port() + "/"));
    return through;
  }

  @Override
  public void close() throws IOException {
    toPostgres.close();
    toKafka.close();
  }
}
