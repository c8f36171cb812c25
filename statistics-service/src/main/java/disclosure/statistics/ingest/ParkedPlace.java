package disclosure.statistics.ingest;

import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a parked record stands in its topic. */
public record ParkedPlace(String topic, String topicId, int partition, long offset) {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z.]{1,249})~([\\w-]{1,22})~(\\d{1,9})~(\\d{1,18})");

  /** That of a record. */
  public static ParkedPlace of(ParkedEvent event) {
    return new ParkedPlace(event.topic(), event.topicId(), event.partition(), event.offset());
  }

  /**
   * As a client has it from the page before.
   *
   * @throws Refusal 400 when it doesn't come from there
   */
  public static ParkedPlace read(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at("after"));
    }
    return new ParkedPlace(
        parts.group(1),
        parts.group(2),
        Integer.parseInt(parts.group(3)),
        Long.parseLong(parts.group(4)));
  }

  @Override
  public String toString() {
    return topic + "~" + topicId + "~" + partition + "~" + offset;
  }
}
