package disclosure.edge.openapi;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Values as they are on the wire, and codes with their words in the form and their articles. */
final class ValueTypes {

  static final String ORGAN_CODE = "OrganCode";

  private static final Map<String, String> CODES =
      Map.of(
          "ApplicantType", words(ApplicantType.values(), ApplicantType::label),
          "ApplicationStatus", words(ApplicationStatus.values(), ApplicationStatus::label),
          "Channel", words(Channel.values(), Channel::label),
          "DisputeKind", words(DisputeKind.values(), DisputeKind::label),
          "DisputeResult", words(DisputeResult.values(), DisputeResult::label),
          "FormRow", words(FormRow.values(), row -> row.number() + " " + row.label()),
          "OrganKind", words(OrganKind.values(), OrganKind::label),
          "Outcome",
              words(
                  Outcome.values(), outcome -> outcome.label() + "（" + outcome.legalBasis() + "）"),
          "StepType", words(StepType.values(), StepType::label));

  /** What is said of a text that may not be blank: something in it. */
  private static final String NOT_BLANK = "\\S";

  /** Trees of JSON: what is in them is told where they stand. */
  private static final Set<String> TREES = Set.of("ObjectNode", "JsonNode");

  private ValueTypes() {}

  static void describe(OpenAPI document) {
    document.getComponents().addSchema(ORGAN_CODE, organCode());
    Map<String, Schema> schemas = SchemaWalk.schemas(document);
    if (schemas.containsKey("Counts")) {
      document.getComponents().addSchema("Counts", counts());
    }
    CODES.forEach(
        (name, words) -> {
          if (schemas.containsKey(name)) {
            schemas.get(name).setDescription(words);
          }
        });
  }

  /** Texts of a usual form, which need no name of their own. */
  private static final Map<String, String> FORMATS =
      Map.of("LocalDate", "date", "Instant", "date-time", "UUID", "uuid", "URI", "uri-reference");

  /** Says optional codes the usual way, and leaves out what no operation leads to. */
  static void tidy(OpenAPI document) {
    SchemaWalk.over(
        document,
        schema -> {
          if (SchemaWalk.referred(schema).filter(TREES::contains).isPresent()) {
            schema.setRef(null);
            be(schema, SchemaType.OBJECT);
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(true));
          }
          if (SchemaWalk.referred(schema).filter("StreamingOutput"::equals).isPresent()) {
            schema.setRef(null);
            be(schema, SchemaType.STRING);
          }
          anchor(schema);
          if ("uri".equals(schema.getFormat())) {
            // Links begin with the path where the service doesn't know its address.
            schema.setFormat("uri-reference");
          }
          SchemaWalk.referred(schema)
              .map(FORMATS::get)
              .ifPresent(
                  format -> {
                    schema.setRef(null);
                    be(schema, SchemaType.STRING);
                    schema.setFormat(format);
                  });
          if (schema.getRef() != null && schema.getEnumeration() == null) {
            // The scanner names the type beside it now and then.
            schema.setType(null);
          }
          if (schema.getRef() != null && schema.getEnumeration() != null) {
            String reference = schema.getRef();
            schema.setRef(null);
            schema.setEnumeration(null);
            schema.setType(null);
            schema.setAnyOf(
                List.of(
                    OASFactory.createSchema().ref(reference),
                    OASFactory.createSchema().addType(SchemaType.NULL)));
          }
        });
    SchemaWalk.over(document, schema -> allowNull(document, schema));
    Set<String> reached = new HashSet<>();
    SchemaWalk.overOperations(document, schema -> SchemaWalk.reach(document, schema, reached));
    Set<String> unreached = new HashSet<>(SchemaWalk.schemas(document).keySet());
    unreached.removeAll(reached);
    unreached.forEach(document.getComponents()::removeSchema);
  }

  /** A constraint is for the whole of a text; a pattern of a schema may match any part of it. */
  private static void anchor(Schema schema) {
    String pattern = schema.getPattern();
    if (pattern != null && !pattern.equals(NOT_BLANK) && !pattern.startsWith("^")) {
      schema.setPattern("^(?:" + pattern + ")$");
    }
  }

  /** Names a type once, also where the scanner has named it beside the reference. */
  private static void be(Schema schema, SchemaType type) {
    if (schema.getType() == null || !schema.getType().contains(type)) {
      schema.addType(type);
    }
  }

  /**
   * The scanner tells of an optional code now and then as if it were always there: whatever isn't
   * required may be null.
   */
  private static void allowNull(OpenAPI document, Schema object) {
    if (object.getProperties() == null) {
      return;
    }
    Set<String> required =
        object.getRequired() == null ? Set.of() : Set.copyOf(object.getRequired());
    object
        .getProperties()
        .forEach(
            (name, property) -> {
              if (!required.contains(name) && isCode(document, property)) {
                String reference = property.getRef();
                property.setRef(null);
                property.setAnyOf(
                    List.of(
                        OASFactory.createSchema().ref(reference),
                        OASFactory.createSchema().addType(SchemaType.NULL)));
              }
            });
  }

  private static boolean isCode(OpenAPI document, Schema schema) {
    return SchemaWalk.referred(schema)
        .map(SchemaWalk.schemas(document)::get)
        .filter(named -> named.getEnumeration() != null)
        .isPresent();
  }

  private static Schema organCode() {
    return OASFactory.createSchema()
        .addType(SchemaType.STRING)
        .pattern("^[0-9A-HJ-NPQRTUWXY]{18}$")
        .description("统一社会信用代码 (GB 32100-2015): 18 characters, the last of which is a check")
        .addExample("11141124000000099J");
  }

  private static Schema counts() {
    Schema counts =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .description("Numbers of applications by applicant type");
    for (ApplicantType type : ApplicantType.values()) {
      counts.addProperty(
          type.name(),
          OASFactory.createSchema()
              .addType(SchemaType.INTEGER)
              .format("int64")
              .description(type.label()));
    }
    return counts.required(Arrays.stream(ApplicantType.values()).map(Enum::name).toList());
  }

  private static <E extends Enum<E>> String words(E[] codes, Function<E, String> word) {
    return Arrays.stream(codes)
        .map(code -> "- `" + code.name() + "` " + word.apply(code))
        .collect(Collectors.joining("\n"));
  }
}
