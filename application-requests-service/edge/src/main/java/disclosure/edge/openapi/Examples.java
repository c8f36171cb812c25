package disclosure.edge.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * An example of every body in JSON: what the service keeps in {@code openapi-examples} for the
 * operation, or one made of the examples of its parts, of those that are always there alone: others
 * would contradict each other. An answer says what the request beside it says.
 */
final class Examples {

  private static final String JSON = "json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Map<String, Object> NAMED =
      Map.of(
          "year", 2025,
          "organName", "示例县教育局",
          "clientId", "recorder",
          "recordedBy", "recorder",
          "sourceReference", "2025-001",
          "handler", "0417");

  private final OpenAPI document;

  private Examples(OpenAPI document) {
    this.document = document;
  }

  static void add(OpenAPI document) {
    Examples examples = new Examples(document);
    SchemaWalk.operations(document)
        .forEach(
            operation -> {
              String name = operation.getOperationId();
              Optional<Object> request = kept(name + ".request");
              if (operation.getRequestBody() != null) {
                examples.complete(operation.getRequestBody().getContent(), request, Map.of());
              }
              Map<?, ?> sent =
                  request.orElse(Map.of()) instanceof Map<?, ?> fields ? fields : Map.of();
              operation
                  .getResponses()
                  .getAPIResponses()
                  .forEach(
                      (status, response) ->
                          examples.complete(
                              response.getContent(),
                              status.startsWith("2")
                                  ? kept(name + ".response." + status)
                                      .or(() -> kept(name + ".response"))
                                  : Optional.empty(),
                              status.startsWith("2") ? sent : Map.of()));
            });
  }

  private void complete(Content content, Optional<Object> kept, Map<?, ?> sent) {
    if (content == null || content.getMediaTypes() == null) {
      return;
    }
    content
        .getMediaTypes()
        .forEach(
            (name, type) -> {
              if (name.endsWith(JSON) && isWithout(type)) {
                type.setExample(kept.orElseGet(() -> answering(sent, type.getSchema())));
              }
            });
  }

  private static boolean isWithout(MediaType type) {
    return type.getExample() == null && type.getExamples() == null && type.getSchema() != null;
  }

  private static Optional<Object> kept(String name) {
    try (InputStream file =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("openapi-examples/" + name + ".json")) {
      return file == null ? Optional.empty() : Optional.of(MAPPER.readValue(file, Object.class));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A value that fits, and says again what was sent. */
  private Object answering(Map<?, ?> sent, Schema schema) {
    Object made = of(schema, new HashSet<>());
    if (made instanceof Map<?, ?> object) {
      Map<Object, Object> answer = new LinkedHashMap<>(object);
      answer.replaceAll(
          (name, value) -> {
            Object said = sent.get(name);
            return isAlike(said, value) ? said : value;
          });
      return answer;
    }
    return made;
  }

  /** Whether one plain value may stand for another. */
  private static boolean isAlike(Object said, Object value) {
    if (said instanceof List<?> some && value instanceof List<?> others) {
      return Stream.concat(some.stream(), others.stream()).allMatch(String.class::isInstance);
    }
    return said instanceof String && value instanceof String
        || said instanceof Number && value instanceof Number
        || said instanceof Boolean && value instanceof Boolean;
  }

  /** A value that fits; null where there is none that would say anything. */
  private Object of(Schema schema, Set<String> within) {
    Optional<String> name = SchemaWalk.referred(schema);
    if (name.isPresent()) {
      Set<String> deeper = new HashSet<>(within);
      return deeper.add(name.get())
          ? of(SchemaWalk.schemas(document).get(name.get()), deeper)
          : null;
    }
    if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
      return schema.getExamples().get(0);
    }
    if (schema.getEnumeration() != null) {
      return schema.getEnumeration().get(0);
    }
    for (List<Schema> choices : List.of(list(schema.getAnyOf()), list(schema.getOneOf()))) {
      if (!choices.isEmpty()) {
        return of(choices.get(0), within);
      }
    }
    SchemaType type =
        schema.getType() == null || schema.getType().isEmpty()
            ? SchemaType.OBJECT
            : schema.getType().get(0);
    return switch (type) {
      case ARRAY -> Optional.ofNullable(item(schema, within)).map(List::of).orElseGet(List::of);
      case OBJECT -> object(schema, within);
      case INTEGER, NUMBER ->
          schema.getMinimum() == null ? 1 : Math.max(1, schema.getMinimum().intValue());
      case BOOLEAN -> false;
      case STRING -> text(schema);
      case NULL -> null;
    };
  }

  private Object item(Schema schema, Set<String> within) {
    return schema.getItems() == null ? null : of(schema.getItems(), within);
  }

  private Map<String, Object> object(Schema schema, Set<String> within) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Schema part : list(schema.getAllOf())) {
      if (of(part, within) instanceof Map<?, ?> properties) {
        properties.forEach((name, value) -> object.put(name.toString(), value));
      }
    }
    Set<String> always =
        schema.getRequired() == null ? Set.of() : new HashSet<>(schema.getRequired());
    if (schema.getProperties() != null) {
      schema.getProperties().entrySet().stream()
          .filter(property -> always.isEmpty() || always.contains(property.getKey()))
          .forEach(
              property ->
                  named(property.getKey(), property.getValue())
                      .or(() -> Optional.ofNullable(of(property.getValue(), within)))
                      .ifPresent(value -> object.put(property.getKey(), value)));
    }
    return object;
  }

  /** A value by its name, where the schema itself says no more than what kind it is. */
  private static Optional<Object> named(String name, Schema schema) {
    boolean isPlain =
        schema.getRef() == null
            && schema.getType() != null
            && schema.getType().size() == 1
            && schema.getEnumeration() == null
            && schema.getPattern() == null
            && (schema.getExamples() == null || schema.getExamples().isEmpty());
    return Optional.ofNullable(NAMED.get(name))
        .filter(
            value ->
                isPlain
                    && schema
                        .getType()
                        .contains(
                            value instanceof Integer ? SchemaType.INTEGER : SchemaType.STRING));
  }

  private static String text(Schema schema) {
    return switch (Optional.ofNullable(schema.getFormat()).orElse("")) {
      case "date" -> "2025-03-03";
      case "date-time" -> "2025-03-03T01:30:00Z";
      case "uuid" -> "01976d3c-4b7a-7cc3-a3f1-5c3b9a1f7e21";
      case "uri", "uri-reference" -> "/?after=1";
      default -> "…";
    };
  }

  private static List<Schema> list(List<Schema> schemas) {
    return schemas == null ? List.of() : schemas;
  }
}
