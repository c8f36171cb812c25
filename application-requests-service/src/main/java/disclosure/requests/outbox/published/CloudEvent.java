package disclosure.requests.outbox.published;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import disclosure.requests.contract.CloudEventHeader;
import disclosure.requests.contract.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * An event of CloudEvents 1.0, the same on whatever way it is told.
 *
 * @param id the same whenever the event is told again
 * @param subject what it is about; on Kafka the record's key
 * @param time when what it tells of was recorded
 * @param schema that of the data
 * @param data as JSON
 */
public record CloudEvent(
    String id, String type, String subject, Instant time, Optional<String> schema, String data) {

  /** The media type of {@link #structured}. */
  public static final String STRUCTURED = "application/cloudevents+json; charset=UTF-8";

  private static final JsonFactory JSON = new JsonFactory();
  private static final String PREFIX = "ce_";

  /** The event of a state. */
  public static CloudEvent of(Topic topic, String key, long version, Instant time, String data) {
    return new CloudEvent(
        key + ":" + version, topic.eventType(), key, time, Optional.of(topic.schemaId()), data);
  }

  /** All but the data, as headers have it in binary mode. */
  public Map<CloudEventHeader, String> headers() {
    Map<CloudEventHeader, String> headers = new EnumMap<>(CloudEventHeader.class);
    headers.put(CloudEventHeader.SPEC_VERSION, CloudEventHeader.VERSION_1);
    headers.put(CloudEventHeader.ID, id);
    headers.put(CloudEventHeader.SOURCE, CloudEventHeader.REGISTER);
    headers.put(CloudEventHeader.TYPE, type);
    headers.put(CloudEventHeader.SUBJECT, subject);
    headers.put(CloudEventHeader.TIME, time.toString());
    schema.ifPresent(known -> headers.put(CloudEventHeader.DATA_SCHEMA, known));
    headers.put(CloudEventHeader.CONTENT_TYPE, CloudEventHeader.JSON);
    return headers;
  }

  /** The event as one JSON object, whose data are byte for byte what they are on Kafka. */
  public byte[] structured() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      for (Map.Entry<CloudEventHeader, String> header : headers().entrySet()) {
        json.writeStringField(attribute(header.getKey()), header.getValue());
      }
      json.writeFieldName("data");
      json.writeRawValue(data);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String attribute(CloudEventHeader header) {
    return header == CloudEventHeader.CONTENT_TYPE
        ? "datacontenttype"
        : header.header().substring(PREFIX.length());
  }
}
