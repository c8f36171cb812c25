package disclosure.requests.steps;

import disclosure.edge.Fault;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.StepType;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What can be said of a step beside its type. Which steps have it, and which must, {@link
 * StepReader} says: it is asked, and nothing of it is written down again.
 *
 * @param name as in JSON
 * @param type of its value
 * @param longest the most characters of a text; 0 where there is no limit of its own
 */
public record StepAttribute(String name, Type type, int longest) {

  private static final LocalDate DAY = LocalDate.of(2025, 3, 3);
  private static final Set<String> COMMON = Set.of("on", "corrects", "onBehalfOf");

  /** Some value of each type that an attribute can have. */
  private static final Map<Type, Object> VALUES =
      Map.of(
          LocalDate.class,
          DAY,
          Integer.class,
          1,
          Boolean.class,
          true,
          String.class,
          "x",
          UUID.class,
          new UUID(0, 1),
          OrganCode.class,
          new OrganCode("11141124000000099J"),
          BigDecimal.class,
          BigDecimal.ONE,
          StepRequest.RightApplicant.class,
          new StepRequest.RightApplicant(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));

  /** All that a step of the type can say, in the order of {@link StepRequest}. */
  public static List<StepAttribute> of(StepType type) {
    return Arrays.stream(StepRequest.class.getRecordComponents())
        .filter(component -> !component.getName().equals("type"))
        .filter(component -> isTaken(type, component.getName()))
        .map(StepAttribute::of)
        .toList();
  }

  /** Those of an object in a step. */
  public static List<StepAttribute> within(Class<? extends Record> part) {
    return Arrays.stream(part.getRecordComponents()).map(StepAttribute::of).toList();
  }

  /** Whether a step of the type is refused without it. */
  public boolean isRequired(StepType step) {
    return name.equals("on") || faults(step, Optional.empty()).contains(name);
  }

  static boolean isTaken(StepType type, String attribute) {
    return COMMON.contains(attribute) || !faults(type, Optional.of(attribute)).contains(attribute);
  }

  private static StepAttribute of(RecordComponent component) {
    AnnotatedType value =
        component.getType() == Optional.class
                && component.getAnnotatedType() instanceof AnnotatedParameterizedType optional
            ? optional.getAnnotatedActualTypeArguments()[0]
            : component.getAnnotatedType();
    int longest =
        Optional.ofNullable(value.getAnnotation(Size.class))
            .filter(size -> value.getType() == String.class)
            .map(Size::max)
            .orElse(0);
    return new StepAttribute(component.getName(), value.getType(), longest);
  }

  /** The attributes that are found at fault in a step that has the given one alone. */
  static List<String> faults(StepType type, Optional<String> attribute) {
    List<Fault> faults = new ArrayList<>();
    StepReader.read(request(type, attribute), "", faults);
    return faults.stream().map(Fault::field).toList();
  }

  private static StepRequest request(StepType type, Optional<String> attribute) {
    RecordComponent[] components = StepRequest.class.getRecordComponents();
    try {
      return StepRequest.class
          .getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new))
          .newInstance(
              Arrays.stream(components)
                  .map(component -> value(component, type, attribute))
                  .toArray());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Object value(
      RecordComponent component, StepType type, Optional<String> attribute) {
    return switch (component.getName()) {
      case "type" -> type;
      case "on" -> DAY;
      default ->
          attribute
              .filter(component.getName()::equals)
              .map(
                  given ->
                      any(
                          ((ParameterizedType) component.getGenericType())
                              .getActualTypeArguments()[0]));
    };
  }

  private static Object any(Type type) {
    if (type instanceof ParameterizedType set) {
      return Set.of(any(set.getActualTypeArguments()[0]));
    }
    if (type instanceof Class<?> known && known.isEnum()) {
      // The first detail of a receipt is the one that can't be taken away.
      return known.getEnumConstants()[known.getEnumConstants().length - 1];
    }
    return Objects.requireNonNull(VALUES.get(type), type.getTypeName());
  }
}
