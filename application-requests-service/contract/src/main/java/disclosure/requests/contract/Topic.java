package disclosure.requests.contract;

import java.util.Arrays;
import java.util.Map;

/**
 * The Kafka topics that the register publishes. Each is compacted and keyed by the identity of what
 * its events describe, so that its newest records are the whole present state.
 */
public enum Topic {
  APPLICATIONS(
      "disclosure.applications",
      "disclosure.application.state.v1",
      "application-state.schema.json",
      ApplicationState.class,
      6),
  ORGANS(
      "disclosure.organs",
      "disclosure.organ.state.v1",
      "organ-state.schema.json",
      OrganState.class,
      1),
  DISPUTES(
      "disclosure.disputes",
      "disclosure.dispute.state.v1",
      "dispute-state.schema.json",
      DisputeState.class,
      1);

  private final String topicName;
  private final String eventType;
  private final String schema;
  private final Class<? extends Record> data;
  private final int partitions;

  Topic(
      String topicName,
      String eventType,
      String schema,
      Class<? extends Record> data,
      int partitions) {
    this.topicName = topicName;
    this.eventType = eventType;
    this.schema = schema;
    this.data = data;
    this.partitions = partitions;
  }

  /**
   * The topic with the given name on Kafka.
   *
   * @throws IllegalArgumentException when the register publishes no such topic
   */
  public static Topic named(String topicName) {
    return Arrays.stream(values())
        .filter(topic -> topic.topicName.equals(topicName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown topic"));
  }

  /** The name on Kafka. */
  public String topicName() {
    return topicName;
  }

  /** The CloudEvents {@code type} of its records. */
  public String eventType() {
    return eventType;
  }

  /** The resource beside this class that holds the JSON Schema of the records' data. */
  public String schema() {
    return schema;
  }

  /** The schema's {@code $id}, and the CloudEvents {@code dataschema} of the topic's records. */
  public String schemaId() {
    return "urn:" + eventType.replace('.', ':');
  }

  /** The record that the data of its events is read into. */
  public Class<? extends Record> data() {
    return data;
  }

  /** How many partitions the topic is created with; never changed, since keys would move. */
  public int partitions() {
    return partitions;
  }

  /** Kafka's settings for the topic, beside partitions and replication. */
  public Map<String, String> settings() {
    return Map.of(
        "cleanup.policy", "compact",
        "max.compaction.lag.ms", "604800000",
        "delete.retention.ms", "2592000000",
        "compression.type", "producer");
  }
}
