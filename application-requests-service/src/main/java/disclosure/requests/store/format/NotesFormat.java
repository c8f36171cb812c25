package disclosure.requests.store.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.OtherHandlingReason;
import disclosure.requests.application.note.StepNotes;
import disclosure.requests.application.note.ThirdPartyOpinion;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is noted of a step, as it is stored in the step's content. A release that doesn't know a
 * note passes it over: nothing depends on it.
 */
public final class NotesFormat {

  private NotesFormat() {}

  /** Adds the notes to the content; what is absent is left out. */
  public static ObjectNode write(StepNotes notes, ObjectNode content) {
    put(content, "documentNumber", notes.documentNumber());
    put(content, "servedOn", notes.servedOn());
    put(content, "servedBy", notes.servedBy());
    put(content, "namedOrgan", notes.namedOrgan());
    put(content, "otherReason", notes.otherReason());
    put(content, "opinion", notes.opinion());
    put(content, "opinionReason", notes.opinionReason());
    return content;
  }

  /** The notes; what this release doesn't understand of them is absent. */
  public static StepNotes read(ObjectNode content) {
    return new StepNotes(
        text(content, "documentNumber"),
        date(content, "servedOn"),
        code(content, "servedBy", DeliveryWay.values()),
        text(content, "namedOrgan"),
        code(content, "otherReason", OtherHandlingReason.values()),
        code(content, "opinion", ThirdPartyOpinion.values()),
        text(content, "opinionReason"));
  }

  private static void put(ObjectNode content, String name, Optional<?> value) {
    value.ifPresent(present -> content.put(name, present.toString()));
  }

  private static Optional<String> text(ObjectNode content, String name) {
    return Optional.ofNullable(content.get(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static Optional<LocalDate> date(ObjectNode content, String name) {
    try {
      return text(content, name).map(LocalDate::parse);
    } catch (DateTimeException notUnderstood) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> Optional<E> code(ObjectNode content, String name, E[] codes) {
    return text(content, name)
        .flatMap(code -> Arrays.stream(codes).filter(one -> one.name().equals(code)).findFirst());
  }
}
