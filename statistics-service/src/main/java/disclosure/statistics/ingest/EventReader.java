package disclosure.statistics.ingest;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import disclosure.requests.contract.CloudEventHeader;
import disclosure.requests.contract.Topic;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads a record's value as the contract's record of its topic. Fields it doesn't know are left.
 */
final class EventReader {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxStringLength(8 * 1024)
                          .build())
                  .build())
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private EventReader() {}

  /**
   * The state that the record carries.
   *
   * @throws Rejected when the record is not what the contract says
   */
  static <T> T read(Topic topic, IncomingEvent event, Class<T> type) throws Rejected {
    byte[] value = event.value().orElseThrow(() -> new Rejected(RejectionCause.NO_VALUE));
    if (!CloudEventHeader.VERSION_1.equals(header(event, CloudEventHeader.SPEC_VERSION))
        || !topic.eventType().equals(header(event, CloudEventHeader.TYPE))) {
      throw new Rejected(RejectionCause.WRONG_HEADERS);
    }
    try {
      return Optional.ofNullable(MAPPER.readValue(value, type))
          .orElseThrow(() -> new Rejected(RejectionCause.WRONG_DATA));
    } catch (IOException | IllegalArgumentException notTheContract) {
      throw new Rejected(RejectionCause.WRONG_DATA);
    }
  }

  /** Makes sure that the record's key and subject name what its data describes. */
  static void requireKey(IncomingEvent event, String id) throws Rejected {
    if (!id.equals(event.key().orElse("")) || !id.equals(header(event, CloudEventHeader.SUBJECT))) {
      throw new Rejected(RejectionCause.WRONG_KEY);
    }
  }

  private static String header(IncomingEvent event, CloudEventHeader header) {
    return event.headers().getOrDefault(header.header(), "");
  }
}
