package disclosure.edge.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/** Codes that may be null, which the scanner now and then takes for such that may not. */
final class OptionalCodes {

  private static final DotName OPTIONAL = DotName.createSimple(Optional.class);
  private static final DotName SCHEMA =
      DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

  private OptionalCodes() {}

  static void describe(OpenAPI document, IndexView index) {
    Map<String, List<ClassInfo>> records =
        index.getKnownClasses().stream()
            .filter(ClassInfo::isRecord)
            .collect(Collectors.groupingBy(OptionalCodes::name));
    SchemaWalk.schemas(document)
        .forEach(
            (name, schema) -> {
              List<ClassInfo> named = records.getOrDefault(name, List.of());
              if (named.size() == 1 && schema.getProperties() != null) {
                named.get(0).recordComponents().stream()
                    .filter(component -> component.type().name().equals(OPTIONAL))
                    .map(RecordComponentInfo::name)
                    .forEach(component -> allowNull(schema, component));
              }
            });
  }

  private static String name(ClassInfo type) {
    return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
        .map(schema -> schema.value("name"))
        .map(value -> value.asString())
        .orElseGet(type::simpleName);
  }

  private static void allowNull(Schema record, String component) {
    Schema property = record.getProperties().get(component);
    if (property != null && property.getRef() != null) {
      record.addProperty(
          component,
          OASFactory.createSchema()
              .anyOf(
                  List.of(
                      OASFactory.createSchema().ref(property.getRef()),
                      OASFactory.createSchema().addType(SchemaType.NULL))));
    }
  }
}
