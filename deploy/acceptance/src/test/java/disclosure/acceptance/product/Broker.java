package disclosure.acceptance.product;

import disclosure.local.server.LocalKafka;
import java.util.Optional;

/** The Kafka that services work with. */
interface Broker extends AutoCloseable {

  /** Where clients connect. */
  String bootstrapServers();

  /** Creates those of the register's topics that are not there yet. */
  void createTopics() throws Exception;

  /** Its process, if it has one of its own. */
  Optional<ProcessHandle> process();

  @Override
  void close();

  /** One inside this JVM, which can be ended and not killed. */
  static Broker inside(LocalKafka kafka) {
    return new Broker() {

      @Override
      public String bootstrapServers() {
        return kafka.bootstrapServers();
      }

      @Override
      public void createTopics() throws Exception {
        kafka.createTopics();
      }

      @Override
      public Optional<ProcessHandle> process() {
        return Optional.empty();
      }

      @Override
      public void close() {
        kafka.close();
      }
    };
  }
}
