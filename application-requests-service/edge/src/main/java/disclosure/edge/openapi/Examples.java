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
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * An example of every body in JSON: what the service keeps in {@code openapi-examples} for the
 * operation, or one made of the examples of its parts.
 */
final class Examples {

  private static final String JSON = "json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final OpenAPI document;

  private Examples(OpenAPI document) {
    this.document = document;
  }

  static void add(OpenAPI document) {
    Examples examples = new Examples(document);
    SchemaWalk.operations(document)
        .forEach(
            operation -> {
              if (operation.getRequestBody() != null) {
                examples.complete(
                    operation.getRequestBody().getContent(),
                    kept(operation.getOperationId() + ".request"));
              }
              operation
                  .getResponses()
                  .getAPIResponses()
                  .forEach(
                      (status, response) ->
                          examples.complete(
                              response.getContent(),
                              status.startsWith("2")
                                  ? kept(operation.getOperationId() + ".response")
                                  : Optional.empty()));
            });
  }

  private void complete(Content content, Optional<Object> kept) {
    if (content == null || content.getMediaTypes() == null) {
      return;
    }
    content
        .getMediaTypes()
        .forEach(
            (name, type) -> {
              if (name.endsWith(JSON) && isWithout(type)) {
                type.setExample(kept.orElseGet(() -> of(type.getSchema(), new HashSet<>())));
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
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach(
              (name, property) ->
                  Optional.ofNullable(of(property, within))
                      .ifPresent(value -> object.put(name, value)));
    }
    return object;
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
