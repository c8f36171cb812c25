package disclosure.requests.store.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.InformationForm;
import disclosure.requests.application.note.RightNotes;
import disclosure.requests.application.step.AnsweredAgain;
import disclosure.requests.application.step.Concluded;
import disclosure.requests.application.step.CorrectionReceived;
import disclosure.requests.application.step.CorrectionRequested;
import disclosure.requests.application.step.Extended;
import disclosure.requests.application.step.FeeNotified;
import disclosure.requests.application.step.FeePaid;
import disclosure.requests.application.step.OtherOrganConsulted;
import disclosure.requests.application.step.OtherOrganReplied;
import disclosure.requests.application.step.ReasonsGiven;
import disclosure.requests.application.step.ReasonsRequested;
import disclosure.requests.application.step.ReceiptCorrected;
import disclosure.requests.application.step.ReceiptDetail;
import disclosure.requests.application.step.Reclassified;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.ThirdPartyConsulted;
import disclosure.requests.application.step.ThirdPartyReplied;
import disclosure.requests.application.step.Transferred;
import disclosure.requests.application.step.Voided;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.fee.Yuan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is stored of a step, apart from how it is sent and shown. A step may hold attributes that
 * this release doesn't know: they stand for something that may be passed over. An attribute that
 * may not be, or one that means something else than before, comes with a new {@link #NUMBER}. A
 * step that this release doesn't understand is kept and shown, and nothing is derived from it.
 */
public final class StepFormat {

  /** The last format that this release understands. */
  public static final int NUMBER = 3;

  private static final int FIRST = 1;

  /** A step that is recorded though the law forbids it; by the first format it would count. */
  private static final int WITHOUT_EFFECT = 2;

  /** A correction of what corrections could not name before. */
  private static final int MORE_DETAILS = 3;

  /** What stands for a text that was forgotten with the applicant. */
  public static final String FORGOTTEN = "（已匿名化）";

  private static final Set<String> TEXTS =
      Set.of("approvedBy", "consultationWaivedReason", "specialLaw", "notServedReason", "reason");

  /** Texts that name a paper or a record of the office's, and nobody. */
  private static final Set<String> KEPT = Set.of("dispute", "documentNumber");

  private static final Pattern CODE_OR_DATE =
      Pattern.compile("[A-Z]+(_[A-Z]+)*+|[0-9]{4}(-[0-9]{2}){2}");

  /** The kinds of step that this release understands. */
  public static final List<String> TYPES =
      Arrays.stream(StepType.values()).map(Enum::name).toList();

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final ObjectNode content;

  private StepFormat(ObjectNode content) {
    this.content = content;
  }

  /** The number of the format in which a step is written. */
  public static int number(Step step, boolean ineffective) {
    if (step instanceof ReceiptCorrected correction
        && !Stream.concat(correction.details().stream(), correction.removed().stream())
            .allMatch(ReceiptDetail::isOfTheFirst)) {
      return MORE_DETAILS;
    }
    return ineffective ? WITHOUT_EFFECT : FIRST;
  }

  /** The step's type, day and attributes; what is absent is left out. */
  public static ObjectNode write(Step step) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("type", step.type().name()).put("on", step.on().toString());
    return step.accept(new StepAttributes(content));
  }

  /**
   * The same without what somebody wrote in his own words, which may name the applicant: texts
   * under names that are known for them, and under unknown ones whatever is no code, no organ and
   * no date. Numbers stay.
   */
  public static ObjectNode withoutTexts(ObjectNode content) {
    ObjectNode without = content.deepCopy();
    without
        .properties()
        .forEach(
            attribute -> attribute.setValue(withoutText(attribute.getKey(), attribute.getValue())));
    return without;
  }

  /** Whether it holds anything that is forgotten with the applicant. */
  public static boolean holdsTexts(ObjectNode content) {
    return !withoutTexts(content).equals(content);
  }

  private static JsonNode withoutText(String name, JsonNode value) {
    if (value instanceof ObjectNode inner) {
      return withoutTexts(inner);
    }
    if (value instanceof ArrayNode values) {
      ArrayNode without = JsonNodeFactory.instance.arrayNode();
      values.forEach(element -> without.add(withoutText(name, element)));
      return without;
    }
    boolean kept =
        !value.isTextual()
            || KEPT.contains(name)
            || !TEXTS.contains(name)
                && (CODE_OR_DATE.matcher(value.textValue()).matches()
                    || OrganCode.isValid(value.textValue()));
    return kept ? value : TextNode.valueOf(FORGOTTEN);
  }

  /** What is stored, as it is; empty when it is no JSON object. */
  public static ObjectNode parse(String stored) {
    try {
      return JSON.readTree(stored) instanceof ObjectNode content
          ? content
          : JSON.createObjectNode();
    } catch (JsonProcessingException unreadable) {
      return JSON.createObjectNode();
    }
  }

  /** The step; empty when this release doesn't understand it. */
  public static Optional<Step> read(int format, ObjectNode content) {
    if (format > NUMBER) {
      return Optional.empty();
    }
    try {
      return Optional.of(new StepFormat(content).step());
    } catch (IllegalArgumentException | DateTimeException notUnderstood) {
      return Optional.empty();
    }
  }

  /** The day of receipt that a correction of it replaced. */
  public static Optional<LocalDate> receivedBefore(ObjectNode content) {
    try {
      return Optional.of(content.at("/before/receivedOn"))
          .filter(JsonNode::isTextual)
          .map(JsonNode::textValue)
          .map(LocalDate::parse);
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private Step step() {
    LocalDate on = required("on", date("on"));
    return switch (code(StepType.class, "type")) {
      case CORRECTION_REQUESTED -> new CorrectionRequested(on, date("deadline"));
      case CORRECTION_RECEIVED -> new CorrectionReceived(on);
      case THIRD_PARTY_CONSULTED -> new ThirdPartyConsulted(on, date("deliveredOn"));
      case THIRD_PARTY_REPLIED -> new ThirdPartyReplied(on, number("consultation"));
      case OTHER_ORGAN_CONSULTED ->
          new OtherOrganConsulted(
              on, value("coProducer").map(JsonNode::asBoolean).orElse(false), date("deliveredOn"));
      case OTHER_ORGAN_REPLIED -> new OtherOrganReplied(on, number("consultation"));
      case EXTENDED ->
          new Extended(on, required("workingDays", number("workingDays")), text("approvedBy"));
      case REASONS_REQUESTED -> new ReasonsRequested(on);
      case REASONS_GIVEN -> new ReasonsGiven(on, date("deferredTo"));
      case FEE_NOTIFIED ->
          new FeeNotified(
              on, date("deliveredOn"), code(FeeBasis.class, "basis"), number("quantity"), amount());
      case FEE_PAID -> new FeePaid(on, amount());
      case CONCLUDED ->
          new Concluded(
              on,
              code(Outcome.class, "outcome"),
              text("consultationWaivedReason"),
              text("specialLaw"),
              text("notServedReason"));
      case ANSWERED_AGAIN ->
          new AnsweredAgain(
              on,
              code(Outcome.class, "outcome"),
              required("dispute", text("dispute").map(UUID::fromString)));
      case RECLASSIFIED ->
          new Reclassified(
              on, code(ApplicantType.class, "applicantType"), required("reason", text("reason")));
      case VOIDED -> new Voided(on, required("reason", text("reason")));
      case RECEIPT_CORRECTED ->
          new ReceiptCorrected(
              on,
              date("receivedOn"),
              text("channel").map(Channel::valueOf),
              text("applicantType").map(ApplicantType::valueOf),
              new RightNotes(
                  date("submittedOn"),
                  value("oral").map(JsonNode::asBoolean),
                  text("requestedForm").map(InformationForm::valueOf),
                  text("requestedWay").map(DeliveryWay::valueOf)),
              details("details"),
              details("removed"),
              required("reason", text("reason")));
      case TRANSFERRED ->
          new Transferred(
              on,
              new OrganCode(required("toOrgan", text("toOrgan"))),
              text("sourceReference"),
              required("reason", text("reason")));
    };
  }

  private Optional<JsonNode> value(String name) {
    return Optional.ofNullable(content.get(name)).filter(value -> !value.isNull());
  }

  private Set<ReceiptDetail> details(String name) {
    Set<ReceiptDetail> details = EnumSet.noneOf(ReceiptDetail.class);
    value(name)
        .ifPresent(
            codes -> codes.forEach(code -> details.add(ReceiptDetail.valueOf(code.asText()))));
    return details;
  }

  private Optional<String> text(String name) {
    return value(name).map(JsonNode::asText);
  }

  private Optional<LocalDate> date(String name) {
    return text(name).map(LocalDate::parse);
  }

  private Optional<Integer> number(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.canConvertToInt()) {
                throw new IllegalArgumentException(name);
              }
              return value.intValue();
            });
  }

  private Yuan amount() {
    JsonNode amount = required("amount", value("amount").filter(JsonNode::isNumber));
    return new Yuan(amount.decimalValue());
  }

  private <E extends Enum<E>> E code(Class<E> codes, String name) {
    return Enum.valueOf(codes, required(name, text(name)));
  }

  private static <T> T required(String name, Optional<T> value) {
    return value.orElseThrow(() -> new IllegalArgumentException(name));
  }
}
