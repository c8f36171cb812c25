package disclosure.edge.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Tells the parts of forms by their names and words, and no further: of a form with properties,
 * beside other bodies of the same operation, generated clients make a type that they then miss.
 */
final class Forms {

  private static final String MULTIPART = "multipart/form-data";

  private Forms() {}

  static void describe(OpenAPI document) {
    SchemaWalk.operations(document)
        .flatMap(operation -> Optional.ofNullable(operation.getRequestBody()).stream())
        .flatMap(body -> Optional.ofNullable(body.getContent().getMediaType(MULTIPART)).stream())
        .forEach(form -> describe(document, form));
  }

  private static void describe(OpenAPI document, MediaType form) {
    Schema named =
        SchemaWalk.referred(form.getSchema())
            .map(SchemaWalk.schemas(document)::get)
            .orElse(form.getSchema());
    Map<String, Schema> parts = named.getProperties();
    if (parts != null) {
      form.setSchema(
          OASFactory.createSchema()
              .addType(SchemaType.OBJECT)
              .description(named.getDescription() + words(parts))
              .minProperties(1)
              .propertyNames(
                  OASFactory.createSchema()
                      .addType(SchemaType.STRING)
                      .enumeration(List.<Object>copyOf(parts.keySet())))
              .additionalPropertiesSchema(parts.values().iterator().next()));
    }
  }

  private static String words(Map<String, Schema> parts) {
    return parts.entrySet().stream()
        .map(part -> "\n- `" + part.getKey() + "` " + part.getValue().getDescription())
        .collect(Collectors.joining());
  }
}
