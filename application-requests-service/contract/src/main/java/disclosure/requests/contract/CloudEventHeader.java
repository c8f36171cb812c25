package disclosure.requests.contract;

/**
 * The Kafka record headers of a CloudEvents 1.0 event in binary content mode. The record's key is
 * the subject, its value the JSON data.
 */
public enum CloudEventHeader {
  SPEC_VERSION("ce_specversion"),
  ID("ce_id"),
  SOURCE("ce_source"),
  TYPE("ce_type"),
  SUBJECT("ce_subject"),
  TIME("ce_time"),
  DATA_SCHEMA("ce_dataschema"),
  CONTENT_TYPE("content-type");

  /** The only value of {@link #SPEC_VERSION}. */
  public static final String VERSION_1 = "1.0";

  /** The only value of {@link #CONTENT_TYPE}. */
  public static final String JSON = "application/json; charset=utf-8";

  /** The value of {@link #SOURCE} on everything that the register publishes. */
  public static final String REGISTER = "/application-requests-service";

  private final String header;

  CloudEventHeader(String header) {
    this.header = header;
  }

  /** The header's key on the Kafka record. */
  public String header() {
    return header;
  }
}
