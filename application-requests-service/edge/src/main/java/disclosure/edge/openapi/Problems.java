package disclosure.edge.openapi;

import disclosure.edge.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The problems (RFC 9457) that an operation can answer with, by what it takes. */
final class Problems {

  private static final Map<Integer, String> TEXTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(400, "A parameter or field is missing, unknown or of the wrong form"),
              Map.entry(401, "There is no token, or none that is valid"),
              Map.entry(403, "The client has not the role, or doesn't act for the organ"),
              Map.entry(404, "There is no such thing, or none that the client may see"),
              Map.entry(406, "The answer has no form that fits the header Accept"),
              Map.entry(408, "The body took too long to arrive"),
              Map.entry(409, "The request contradicts what is stored"),
              Map.entry(412, "What If-Match names was changed meanwhile; read it again"),
              Map.entry(413, "The body is too large"),
              Map.entry(415, "The body is of another media type"),
              Map.entry(422, "Well-formed, but against the Regulation, the facts or the register"),
              Map.entry(428, "An existing record is changed only with If-Match"),
              Map.entry(429, "The client asked for too much; Retry-After says when to ask again"),
              Map.entry(500, "A fault of the service's own, which its log tells of"),
              Map.entry(503, "Something is out of reach just now; sending again is safe")));

  private static final Set<Integer> RETRIED = Set.of(429, 503);

  private Problems() {}

  /** Adds those that the operation doesn't speak of itself, and the body of all. */
  static void add(String path, HttpMethod method, Operation operation) {
    for (int status : statuses(path, method, operation)) {
      String code = Integer.toString(status);
      if (!operation.getResponses().hasAPIResponse(code)) {
        operation
            .getResponses()
            .addAPIResponse(code, OASFactory.createAPIResponse().ref(name(status)));
      }
    }
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (code, response) -> {
              if (code.matches("[45]..") && response.getRef() == null) {
                int status = Integer.parseInt(code);
                response.setContent(content(status));
                headers(status).forEach(response::addHeader);
                if (response.getDescription() == null || isScanned(response)) {
                  response.setDescription(TEXTS.get(status));
                }
              }
            });
  }

  /** What a problem is, and what each status of one means. */
  static void describe(OpenAPI document) {
    document
        .getComponents()
        .addSchema("Problem", problem())
        .addSchema("FieldError", fieldError())
        .addSchema("Expected", expected());
    Set<String> answered = answered(document);
    TEXTS.forEach(
        (status, text) -> {
          if (!answered.contains(name(status))) {
            return;
          }
          APIResponse response =
              OASFactory.createAPIResponse().description(text).content(content(status));
          headers(status).forEach(response::addHeader);
          document.getComponents().addResponse(name(status), response);
        });
  }

  /** The names of those that some operation can answer with. */
  private static Set<String> answered(OpenAPI document) {
    return SchemaWalk.operations(document)
        .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
        .map(APIResponse::getRef)
        .filter(Objects::nonNull)
        .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  private static Set<Integer> statuses(String path, HttpMethod method, Operation operation) {
    Set<Integer> statuses = new TreeSet<>(Set.of(400, 406, 429, 500, 503));
    statuses.addAll(List.of(401, 403));
    if (path.contains("{") || has(operation, "organ")) {
      statuses.add(404);
    }
    if (operation.getRequestBody() != null) {
      statuses.addAll(List.of(408, 413, 415));
    }
    if (method != HttpMethod.GET) {
      statuses.addAll(List.of(409, 422));
    }
    if (has(operation, "If-Match")) {
      statuses.addAll(List.of(412, 428));
    }
    if (operation.getResponses().hasAPIResponse("304")) {
      statuses.add(412);
    }
    return statuses;
  }

  private static boolean has(Operation operation, String parameter) {
    return operation.getParameters() != null
        && operation.getParameters().stream().map(Parameter::getName).anyMatch(parameter::equals);
  }

  /** The scanner's own words for what needs a role. */
  private static boolean isScanned(APIResponse response) {
    return Set.of("Not Authorized", "Not Allowed", "Bad Request")
        .contains(response.getDescription());
  }

  private static String name(int status) {
    return "Problem" + status;
  }

  private static Map<String, Header> headers(int status) {
    return RETRIED.contains(status)
        ? Map.of(
            "Retry-After",
            OASFactory.createHeader()
                .description("seconds after which to send again")
                .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)))
        : Map.of();
  }

  private static Content content(int status) {
    return OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("Problem"))
                .example(ProblemExamples.of(status)));
  }

  private static Schema problem() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description(
            "Why a request was not carried out (RFC 9457), in Chinese, or in English by"
                + " Accept-Language")
        .addProperty(
            "type",
            text("what kind of problem it is: the same word at the end always means the same")
                .format("uri-reference")
                .addExample("/problems/invalid-input"))
        .addProperty("title", text("the kind of problem in words"))
        .addProperty(
            "status",
            OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int32")
                .description("the HTTP status")
                .addExample(400))
        .addProperty("detail", text("what to do about it"))
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .description("an entry for each faulty field; absent when no field is at fault")
                .items(OASFactory.createSchema().ref("FieldError")))
        .required(List.of("type", "title", "status", "detail"));
  }

  private static Schema fieldError() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("What is wrong with one field")
        .addProperty(
            "field",
            text("the field as it was sent, such as steps[2].outcome; empty for the whole body")
                .addExample("receivedOn"))
        .addProperty(
            "pointer",
            text("its place in the body (RFC 6901); empty for the whole body")
                .format("json-pointer")
                .addExample("/steps/2/outcome"))
        .addProperty("parameter", text("the name of the parameter of the path or query"))
        .addProperty("header", text("the name of the header"))
        .addProperty(
            "code",
            text("what is wrong, by a word that always means the same")
                .pattern("^[a-z0-9]+(-[a-z0-9]+)*$")
                .addExample("not-a-date"))
        .addProperty("message", text("what would be right"))
        .addProperty("expected", OASFactory.createSchema().ref("Expected"))
        .addProperty("rule", text("the article that stands behind it").addExample("《条例》第三十三条"))
        .addProperty(
            "record",
            text("the address of the record that stands in the way, where there is one")
                .format("uri-reference"))
        .required(List.of("field", "code", "message"));
  }

  private static Schema expected() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("What would be right, written as it would be sent")
        .addProperty(
            "oneOf",
            OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .description("the values of which one would be right")
                .items(OASFactory.createSchema().addType(SchemaType.STRING)))
        .addProperty("atLeast", text("the least, or the earliest day, that would be right"))
        .addProperty("atMost", text("the most, or the latest day, that would be right"));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
  }
}
