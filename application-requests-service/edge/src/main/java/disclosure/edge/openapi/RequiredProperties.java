package disclosure.edge.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * What an answer always has, by the record that it is written from: whatever is not optional and
 * not left out when it is empty. What a request needs, its constraints say.
 */
final class RequiredProperties {

  private static final DotName SCHEMA =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
  private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
  private static final DotName IGNORE = DotName.createSimple(JsonIgnore.class);

  private static final Set<String> EMPTY =
      Set.of("java.lang.String", "java.util.List", "java.util.Set", "java.util.Map");

  private RequiredProperties() {}

  static void describe(OpenAPI document, IndexView classes) {
    Map<String, List<ClassInfo>> records =
        classes.getKnownClasses().stream()
            .filter(ClassInfo::isRecord)
            .collect(Collectors.groupingBy(RequiredProperties::name));
    Set<String> sent = new HashSet<>();
    SchemaWalk.overRequests(document, schema -> SchemaWalk.reach(document, schema, sent));
    SchemaWalk.schemas(document)
        .forEach(
            (name, schema) -> {
              if (!sent.contains(name) && schema.getProperties() != null) {
                require(schema, records.getOrDefault(name, List.of()));
              }
            });
  }

  /** Of several records that it may be written from, only what all of them have. */
  private static void require(Schema schema, List<ClassInfo> named) {
    Set<String> properties = schema.getProperties().keySet();
    Optional<Set<String>> always =
        named.stream()
            .filter(type -> names(type).allMatch(properties::contains))
            .map(RequiredProperties::always)
            .reduce(
                (some, others) ->
                    some.stream().filter(others::contains).collect(Collectors.toSet()));
    if (always.isPresent()) {
      List<String> required =
          new ArrayList<>(Optional.ofNullable(schema.getRequired()).orElseGet(List::of));
      properties.stream()
          .filter(always.get()::contains)
          .filter(name -> !required.contains(name))
          .forEach(required::add);
      schema.setRequired(required.isEmpty() ? null : required);
    }
  }

  private static String name(ClassInfo type) {
    return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
        .map(schema -> schema.value("name"))
        .map(AnnotationValue::asString)
        .orElseGet(type::simpleName);
  }

  private static Stream<String> names(ClassInfo type) {
    return type.recordComponents().stream()
        .filter(component -> !isAnnotated(type, component, IGNORE))
        .map(RecordComponentInfo::name);
  }

  private static Set<String> always(ClassInfo type) {
    return type.recordComponents().stream()
        .filter(component -> !component.type().name().toString().startsWith("java.util.Optional"))
        .filter(component -> !canBeEmpty(component) || !leavesOutEmpty(type, component))
        .map(RecordComponentInfo::name)
        .collect(Collectors.toSet());
  }

  private static boolean canBeEmpty(RecordComponentInfo component) {
    return component.type().kind() == Type.Kind.ARRAY
        || EMPTY.contains(component.type().name().toString());
  }

  private static boolean leavesOutEmpty(ClassInfo type, RecordComponentInfo component) {
    return Stream.concat(
            Stream.ofNullable(type.declaredAnnotation(INCLUDE)), annotations(type, component))
        .filter(annotation -> annotation.name().equals(INCLUDE))
        .anyMatch(annotation -> annotation.value().asEnum().equals("NON_EMPTY"));
  }

  private static boolean isAnnotated(
      ClassInfo type, RecordComponentInfo component, DotName annotation) {
    return annotations(type, component).anyMatch(found -> found.name().equals(annotation));
  }

  /** Those that stand before a component: the compiler gives them to its field. */
  private static Stream<AnnotationInstance> annotations(
      ClassInfo type, RecordComponentInfo component) {
    return type.field(component.name()).annotations().stream()
        .filter(found -> found.target().kind() == AnnotationTarget.Kind.FIELD);
  }
}
