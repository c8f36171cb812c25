package disclosure.edge.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.edge.testing.codes.ProvokedCodes;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Holds every answer that a test of a running service gets against the service's own document: its
 * status is one that the document names, its body fits the schema, and it says who may keep it.
 */
final class DocumentedAnswers implements Filter {

  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*");
  private static final Pattern TOLD =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?Z");

  /** Also lines of JSON. */
  private static final Pattern JSON_LIKE = Pattern.compile("json");

  private static final Set<String> ITEMS = Set.of(DocumentedItems.LINES, DocumentedItems.EVENTS);

  /** A module tests one service, whose document is made when it is built. */
  private static ApiDocument document;

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification expected,
      FilterContext context) {
    Response response = context.next(request, expected);
    URI address = URI.create(request.getURI());
    if (address.getPort() == RestAssured.port) {
      if (isText(response)) {
        ProvokedCodes.look(new String(response.asByteArray(), StandardCharsets.UTF_8));
      }
      document()
          .operation(request.getMethod(), address.getRawPath())
          .ifPresent(operation -> check(operation, response));
    }
    return response;
  }

  private static boolean isText(Response response) {
    return Optional.ofNullable(response.contentType()).filter(JSON_LIKE.asPredicate()).isPresent();
  }

  static synchronized ApiDocument document() {
    if (document == null) {
      document = ApiDocument.read();
    }
    return document;
  }

  private static void check(ApiDocument.Operation operation, Response response) {
    checkKeeping(operation, response);
    String status = Integer.toString(response.statusCode());
    JsonNode told = document().resolved(operation.json().path("responses").path(status));
    if (told.isMissingNode()) {
      throw new AssertionError(operation + " says nothing of " + status);
    }
    String type = Optional.ofNullable(response.contentType()).orElse("").replaceAll(";.*", "");
    if (type.isEmpty()) {
      return;
    }
    JsonNode content = told.path("content").path(type);
    if (content.isMissingNode()) {
      content = told.path("content").path(response.contentType());
    }
    if (content.isMissingNode()) {
      throw new AssertionError(operation + " says nothing of " + type + " with " + status);
    }
    if (type.matches("application/([a-z]+[+])?json")) {
      JsonNode body = body(response);
      checkMoments(operation, body);
      List<String> wrong = document().faults(content.path("schema"), body);
      if (!wrong.isEmpty()) {
        throw new AssertionError(operation + " answers " + status + " otherwise: " + wrong);
      }
    } else if (ITEMS.contains(type)) {
      String whole = new String(response.asByteArray(), StandardCharsets.UTF_8);
      DocumentedItems.check(operation, content, type, whole);
    }
  }

  /** A moment is told in UTC and, as the database keeps it, to the microsecond. */
  static void checkMoments(ApiDocument.Operation operation, JsonNode value) {
    if (value.isTextual() && MOMENT.matcher(value.asText()).matches()) {
      if (!TOLD.matcher(value.asText()).matches()) {
        throw new AssertionError(operation + " tells a moment as " + value.asText());
      }
    }
    value.forEach(inner -> checkMoments(operation, inner));
  }

  /** Whether the answer says, once, who may keep it; what needs a token is for nobody else. */
  private static void checkKeeping(ApiDocument.Operation operation, Response response) {
    List<String> said = response.headers().getValues("Cache-Control");
    if (said.size() != 1) {
      throw new AssertionError(
          operation + " answers " + response.statusCode() + ", to be kept by " + said);
    }
    if (said.get(0).contains("public") && !isPublic(operation)) {
      throw new AssertionError(operation + " lets anybody keep what needs a token");
    }
  }

  private static boolean isPublic(ApiDocument.Operation operation) {
    for (JsonNode requirement : operation.json().path("security")) {
      if (requirement.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode body(Response response) {
    try {
      return ApiDocument.JSON.readTree(response.asByteArray());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
