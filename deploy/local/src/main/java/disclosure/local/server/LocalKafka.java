package disclosure.local.server;

import disclosure.requests.contract.Topic;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node (broker and KRaft controller) inside this JVM, whose log outlives it. A single
 * node keeps what it has acknowledged through the death of the process, not through the death of
 * the operating system: production replicates.
 */
public final class LocalKafka implements AutoCloseable {

  private static final long END_MILLIS = 10_000;

  private static final AtomicBoolean GAVE_UP = new AtomicBoolean();

  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private final Map<String, String> operator;

  private LocalKafka(
      KafkaRaftServer server, String bootstrapServers, Map<String, String> operator) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
    this.operator = operator;
  }

  /**
   * Starts the node, formatting its directory at the first start.
   *
   * @param directory where the log is kept
   * @param port the clients' port on loopback
   * @param controllerPort the controller's own port on loopback
   */
  public static LocalKafka start(Path directory, int port, int controllerPort) throws Exception {
    return start(directory, port, controllerPort, Map.of(), Map.of());
  }

  /**
   * The same with settings of security, such as those of {@code deploy/compose}.
   *
   * @param security settings of the node; the inter-broker listener is the clients'
   * @param operator those of whoever may do all
   */
  public static LocalKafka start(
      Path directory,
      int port,
      int controllerPort,
      Map<String, String> security,
      Map<String, String> operator)
      throws Exception {
    Files.createDirectories(directory);
    if (!Files.exists(directory.resolve("meta.properties"))) {
      format(directory);
    }
    surviveItsEnd();
    Properties settings = settings(directory, port, controllerPort, security);
    KafkaConfig config = KafkaConfig.fromProps(settings, false);
    KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
    server.startup();
    return new LocalKafka(server, "127.0.0.1:" + port, operator);
  }

  /** Where clients connect. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Creates those of the register's topics that are not there yet. */
  public void createTopics() throws InterruptedException, ExecutionException {
    try (Admin admin = admin()) {
      createTopics(admin);
    }
  }

  /** The same at a node that knows no rights, whoever started it. */
  public static void createTopics(String bootstrapServers)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      createTopics(admin);
    }
  }

  private static void createTopics(Admin admin) throws InterruptedException, ExecutionException {
    Set<String> present = admin.listTopics().names().get();
    List<NewTopic> missing =
        Arrays.stream(Topic.values())
            .filter(topic -> !present.contains(topic.topicName()))
            .map(
                topic ->
                    new NewTopic(topic.topicName(), topic.partitions(), (short) 1)
                        .configs(topic.settings()))
            .toList();
    admin.createTopics(missing).all().get();
  }

  /** Who may do all. */
  public Admin admin() {
    Map<String, Object> settings = new HashMap<>(operator);
    settings.put("bootstrap.servers", bootstrapServers);
    return Admin.create(settings);
  }

  /** Whether the node still runs: it gives up when it can't write its log. */
  public boolean isAlive() {
    return !GAVE_UP.get();
  }

  /** A node that gave up may wait for itself for minutes; then it ends with this JVM. */
  @Override
  public void close() {
    Thread shutdown =
        new Thread(
            () -> {
              server.shutdown();
              server.awaitShutdown();
            },
            "kafka-shutdown");
    shutdown.setDaemon(true);
    shutdown.start();
    try {
      shutdown.join(END_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Kafka would end the JVM that it runs in, without a word to whoever else lives there. */
  private static void surviveItsEnd() {
    GAVE_UP.set(false);
    Exit.setHaltProcedure((status, message) -> GAVE_UP.set(true));
    Exit.setExitProcedure((status, message) -> GAVE_UP.set(true));
  }

  private static void format(Path directory) throws Exception {
    Formatter formatter = new Formatter();
    formatter.setPrintStream(
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    formatter.setClusterId(Uuid.randomUuid().toString());
    formatter.setNodeId(1);
    formatter.setControllerListenerName("CONTROLLER");
    formatter.setMetadataLogDirectory(directory.toString());
    formatter.addDirectory(directory.toString());
    formatter.run();
  }

  private static Properties settings(
      Path directory, int port, int controllerPort, Map<String, String> security) {
    String clients = security.getOrDefault("inter.broker.listener.name", "PLAINTEXT");
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.put(
        "listeners",
        clients + "://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.put("advertised.listeners", clients + "://127.0.0.1:" + port);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("log.dirs", directory.toAbsolutePath().toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("default.replication.factor", "1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "3");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "3");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // After SIGKILL a node waits for its own old session: keep that short.
    settings.put("broker.session.timeout.ms", "2000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("controller.quorum.election.timeout.ms", "200");
    settings.put("log.cleaner.dedupe.buffer.size", "16777216");
    settings.putAll(security);
    return settings;
  }
}
