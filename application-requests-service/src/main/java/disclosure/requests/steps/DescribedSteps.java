package disclosure.requests.steps;

import disclosure.requests.contract.StepType;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Describes a step by its type, each with the attributes that {@link StepReader} takes for it, when
 * the service is built.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DescribedSteps implements OASFilter {

  private static final String STEP = "StepRequest";
  private static final String RECORDED = "RecordedStep";

  private static final List<String> BEFORE =
      List.of(
          "receivedOn",
          "channel",
          "applicantType",
          "sourceReference",
          "submittedOn",
          "oral",
          "requestedForm",
          "requestedWay");

  /** What an attribute means; which steps have it is the reader's to say. */
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("on", "the day it happened"),
          Map.entry(
              "corrects", "the number (sequence) of the earlier step in whose place it stands"),
          Map.entry("onBehalfOf", "the office, unit or clerk for whom the client records it"),
          Map.entry("deadline", "the last day to correct"),
          Map.entry("deliveredOn", "the day the letter was delivered"),
          Map.entry("consultation", "the number (sequence) of the consultation that is answered"),
          Map.entry("coProducer", "whether the other organ made the information too"),
          Map.entry("workingDays", "by how many working days, 1 to 20"),
          Map.entry("approvedBy", "the approval's number or office"),
          Map.entry("deferredTo", "the later day for the answer"),
          Map.entry("basis", "by item or by page"),
          Map.entry("quantity", "items or pages"),
          Map.entry("amount", "in yuan"),
          Map.entry("outcome", "the row of the form that it counts in"),
          Map.entry("consultationWaivedReason", "why no third party was consulted"),
          Map.entry("specialLaw", "the law with its own way of access"),
          Map.entry("notServedReason", "why the answer never reached the applicant"),
          Map.entry("dispute", "the id of the dispute that the new answer follows from"),
          Map.entry("documentNumber", "文号 of the answer"),
          Map.entry("servedOn", "the day the answer was served"),
          Map.entry("servedBy", "on which way it was served"),
          Map.entry("namedOrgan", "the organ that was named as the right one"),
          Map.entry("otherReason", "why it ended as OTHER_HANDLING"),
          Map.entry("opinion", "what the third party answered"),
          Map.entry("opinionReason", "the grounds on which it refuses"),
          Map.entry("remove", "what was not received at all and is taken away"),
          Map.entry("toOrgan", "the organ whose it is"),
          Map.entry("applicantType", "the right column of the form"),
          Map.entry("reason", "why, for the file"),
          Map.entry("receivedOn", "the right day of receipt"),
          Map.entry("channel", "the right way in which it came in"),
          Map.entry("sourceReference", "the right number of the office's own"),
          Map.entry("subject", "what is rightly asked for"),
          Map.entry("applicant", "what was wrong of the applicant"),
          Map.entry("submittedOn", "the right day on which it was handed in or sent"),
          Map.entry("oral", "whether it was made by word of mouth"),
          Map.entry("requestedForm", "the form rightly asked for"),
          Map.entry("requestedWay", "the way rightly asked for"));

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    Schema all = schemas.get(STEP);
    Schema any =
        OASFactory.createSchema()
            .description("A step; which attributes it has depends on its type")
            .discriminator(OASFactory.createDiscriminator().propertyName("type"));
    Discriminator byType = any.getDiscriminator();
    for (StepType type : StepType.values()) {
      String name = name(type);
      document.getComponents().addSchema(name, step(type, all.getProperties()));
      any.addOneOf(OASFactory.createSchema().ref(name));
      byType.addMapping(type.name(), "#/components/schemas/" + name);
    }
    document.getComponents().addSchema(RECORDED, recorded(all.getProperties()));
    document.getComponents().addSchema(STEP, any);
    schemas
        .get("ApplicationView")
        .addProperty(
            "steps",
            OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .description("every step ever recorded, oldest first")
                .items(OASFactory.createSchema().ref(RECORDED)));
    schemas
        .get("NewerApplicationView")
        .addProperty(
            "steps",
            OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .description("every step ever recorded, oldest first, also of kinds unknown here")
                .items(
                    OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .description("a step with the attributes that the newer release gave it")
                        .additionalPropertiesSchema(
                            OASFactory.createSchema().booleanSchema(true))));
  }

  /** {@code FEE_NOTIFIED} is a {@code FeeNotifiedStep}. */
  private static String name(StepType type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.append("Step").toString();
  }

  private static Schema step(StepType type, Map<String, Schema> properties) {
    Schema step = OASFactory.createSchema().addType(SchemaType.OBJECT).description(type.label());
    step.addProperty(
        "type",
        OASFactory.createSchema()
            .addType(SchemaType.STRING)
            .enumeration(List.of(type.name()))
            .description(type.label()));
    List<String> required = new ArrayList<>(List.of("type", "on"));
    List<String> needed = StepAttribute.faults(type, Optional.empty());
    properties.forEach(
        (name, property) -> {
          if (!name.equals("type") && StepAttribute.isTaken(type, name)) {
            step.addProperty(name, described(name, property));
            if (needed.contains(name)) {
              required.add(name);
            }
          }
        });
    return step.required(required);
  }

  private static Schema recorded(Map<String, Schema> properties) {
    Schema step =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .description("A step as it was recorded; a newer release's may have other attributes");
    step.addProperty(
        "sequence",
        OASFactory.createSchema()
            .addType(SchemaType.INTEGER)
            .format("int32")
            .description("its number, by which other steps name it")
            .addExample(1));
    step.addProperty(
        "type",
        OASFactory.createSchema()
            .addType(SchemaType.STRING)
            .description("a code of StepType, or one of a newer release")
            .addExample("CONCLUDED"));
    properties.forEach(
        (name, property) -> {
          if (!name.equals("type")) {
            step.addProperty(name, described(name, property));
          }
        });
    step.addProperty(
        "before", before(properties).description("what stood there before a RECEIPT_CORRECTED"));
    step.addProperty(
        "recordedBy",
        OASFactory.createSchema()
            .addType(SchemaType.STRING)
            .description("the client")
            .addExample("recorder"));
    step.addProperty(
        "person",
        OASFactory.createSchema()
            .addType(SchemaType.STRING)
            .description("who signed in at the client; absent for a system"));
    step.addProperty(
        "recordedAt",
        OASFactory.createSchema()
            .addType(SchemaType.STRING)
            .format("date-time")
            .description("when it was recorded"));
    return step.required(List.of("sequence", "type", "on", "recordedBy", "recordedAt"));
  }

  /** Nothing of a person stands in it. */
  private static Schema before(Map<String, Schema> properties) {
    Schema before = OASFactory.createSchema().addType(SchemaType.OBJECT);
    for (String name : BEFORE) {
      before.addProperty(name, described(name, properties.get(name)));
    }
    return before;
  }

  /** The scanned schema as one of its own, since each has its own description. */
  private static Schema described(String name, Schema scanned) {
    Schema value = scanned.getAnyOf() == null ? scanned : scanned.getAnyOf().get(0);
    Schema described =
        OASFactory.createSchema()
            .description(Objects.requireNonNull(TEXTS.get(name), name))
            .ref(value.getRef());
    if (value.getRef() == null) {
      described
          .type(value.getType().stream().filter(type -> type != SchemaType.NULL).toList())
          .format(value.getFormat())
          .pattern(value.getPattern())
          .maxLength(value.getMaxLength())
          .minimum(value.getMinimum())
          .enumeration(value.getEnumeration())
          .items(value.getItems());
    }
    return described;
  }
}
