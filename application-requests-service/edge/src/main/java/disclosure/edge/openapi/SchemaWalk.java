package disclosure.edge.openapi;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Goes over the schemas of a document, each with those inside it. */
final class SchemaWalk {

  static final String SCHEMAS = "#/components/schemas/";

  private final Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Consumer<Schema> visitor;

  private SchemaWalk(Consumer<Schema> visitor) {
    this.visitor = visitor;
  }

  /** Those of operations, then those that have a name. */
  static void over(OpenAPI document, Consumer<Schema> visitor) {
    SchemaWalk walk = new SchemaWalk(visitor);
    overOperations(document, walk::visit);
    schemas(document).values().forEach(walk::visit);
  }

  /** Adds the names of all schemas that one leads to, at any depth. */
  static void reach(OpenAPI document, Schema outer, Set<String> reached) {
    inside(
        outer,
        schema ->
            referred(schema)
                .filter(reached::add)
                .ifPresent(name -> reach(document, schemas(document).get(name), reached)));
  }

  /** A schema and all inside it, without following references. */
  static void inside(Schema schema, Consumer<Schema> visitor) {
    new SchemaWalk(visitor).visit(schema);
  }

  /** The outermost schemas of parameters and bodies. */
  static void overRequests(OpenAPI document, Consumer<Schema> visitor) {
    operations(document)
        .forEach(
            operation -> {
              of(operation.getParameters())
                  .forEach(
                      parameter -> Optional.ofNullable(parameter.getSchema()).ifPresent(visitor));
              if (operation.getRequestBody() != null) {
                of(operation.getRequestBody().getContent()).forEach(visitor);
              }
            });
  }

  /** The outermost schemas of parameters, bodies and answers. */
  static void overOperations(OpenAPI document, Consumer<Schema> visitor) {
    overRequests(document, visitor);
    operations(document)
        .forEach(
            operation ->
                operation
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(response -> of(response.getContent()).forEach(visitor)));
    if (document.getComponents().getResponses() != null) {
      document
          .getComponents()
          .getResponses()
          .values()
          .forEach(response -> of(response.getContent()).forEach(visitor));
    }
  }

  static Stream<Operation> operations(OpenAPI document) {
    return document.getPaths().getPathItems().values().stream()
        .flatMap(item -> item.getOperations().values().stream());
  }

  /** The named schemas. */
  static Map<String, Schema> schemas(OpenAPI document) {
    return Optional.ofNullable(document.getComponents().getSchemas()).orElseGet(Map::of);
  }

  /** The name that a reference leads to. */
  static Optional<String> referred(Schema schema) {
    return Optional.ofNullable(schema.getRef())
        .filter(reference -> reference.startsWith(SCHEMAS))
        .map(reference -> reference.substring(SCHEMAS.length()));
  }

  private static Stream<Schema> of(Content content) {
    return content == null || content.getMediaTypes() == null
        ? Stream.of()
        : content.getMediaTypes().values().stream()
            .map(MediaType::getSchema)
            .filter(Objects::nonNull);
  }

  private static <T> Stream<T> of(Collection<T> items) {
    return items == null ? Stream.of() : items.stream();
  }

  private void visit(Schema schema) {
    if (schema == null || !seen.add(schema)) {
      return;
    }
    visitor.accept(schema);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(this::visit);
    }
    visit(schema.getItems());
    visit(schema.getAdditionalPropertiesSchema());
    visit(schema.getContentSchema());
    of(schema.getAllOf()).forEach(this::visit);
    of(schema.getAnyOf()).forEach(this::visit);
    of(schema.getOneOf()).forEach(this::visit);
  }
}
