package disclosure.edge.openapi;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What schemas, their properties and codes mean, by what services and their libraries keep in
 * {@code openapi-descriptions.properties}: {@code Schema}, {@code Schema.property}, {@code
 * Schema.CODE}, or {@code property} alone for all that have no other words.
 */
final class Descriptions {

  private static final String FILE = "openapi-descriptions.properties";

  private final Properties texts;

  private Descriptions(Properties texts) {
    this.texts = texts;
  }

  static void describe(OpenAPI document) {
    Descriptions descriptions = new Descriptions(KeptTexts.ofAll(FILE));
    SchemaWalk.schemas(document).forEach(descriptions::describe);
  }

  private void describe(String name, Schema schema) {
    if (schema.getDescription() == null) {
      text(name).map(text -> text + codes(name, schema)).ifPresent(schema::setDescription);
    }
    SchemaWalk.inside(
        schema,
        inner -> {
          if (inner.getProperties() != null) {
            inner.getProperties().forEach((property, value) -> describe(name, property, value));
          }
        });
  }

  /** What leads to a schema is described there. */
  private void describe(String name, String property, Schema value) {
    if (value.getDescription() == null && value.getRef() == null) {
      text(name + "." + property).or(() -> text(property)).ifPresent(value::setDescription);
    }
  }

  private String codes(String name, Schema schema) {
    return Optional.ofNullable(schema.getEnumeration()).orElseGet(List::of).stream()
        .flatMap(code -> text(name + "." + code).map(text -> "\n- `" + code + "` " + text).stream())
        .collect(Collectors.joining());
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(texts.getProperty(key));
  }
}
