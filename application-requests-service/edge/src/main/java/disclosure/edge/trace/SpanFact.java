package disclosure.edge.trace;

import io.opentelemetry.api.common.AttributeKey;

/** What spans of ours say beside their names. */
public final class SpanFact {

  /** The system that carries messages. */
  public static final AttributeKey<String> MESSAGING_SYSTEM =
      AttributeKey.stringKey("messaging.system");

  /** What is done with a message, in our words. */
  public static final AttributeKey<String> OPERATION =
      AttributeKey.stringKey("messaging.operation.name");

  /** The same in the convention's words. */
  public static final AttributeKey<String> OPERATION_TYPE =
      AttributeKey.stringKey("messaging.operation.type");

  /** The topic. */
  public static final AttributeKey<String> DESTINATION =
      AttributeKey.stringKey("messaging.destination.name");

  /** The partition, from 0. */
  public static final AttributeKey<String> PARTITION =
      AttributeKey.stringKey("messaging.destination.partition.id");

  /** Its place in the partition. */
  public static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");

  /** The event's id: what it is about and its version. */
  public static final AttributeKey<String> EVENT_ID =
      AttributeKey.stringKey("cloudevents.event_id");

  /** The event's type. */
  public static final AttributeKey<String> EVENT_TYPE =
      AttributeKey.stringKey("cloudevents.event_type");

  /** The organ that it belongs to. */
  public static final AttributeKey<String> ORGAN = AttributeKey.stringKey("disclosure.organ.code");

  /** How many watched a table when it was shown to them. */
  public static final AttributeKey<Long> LISTENERS = AttributeKey.longKey("disclosure.listeners");

  /** Whether the table was another one than they had. */
  public static final AttributeKey<Boolean> TABLE_CHANGED =
      AttributeKey.booleanKey("disclosure.table.changed");

  private SpanFact() {}
}
