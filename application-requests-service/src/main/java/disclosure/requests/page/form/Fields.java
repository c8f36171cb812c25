package disclosure.requests.page.form;

import disclosure.edge.Fault;
import disclosure.edge.look.Field;
import disclosure.edge.look.Field.Kind;
import disclosure.edge.look.Wording;
import disclosure.requests.steps.StepAttribute;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Fields of forms, each of the kind that its value in JSON has. */
public final class Fields {

  private static final int LINE = 500;

  private final Function<String, List<String>> values;
  private final List<Fault> faults;

  /**
   * @param values what was filled in by the names of the fields; nothing for an empty one
   * @param faults what is wrong
   */
  public Fields(Function<String, List<String>> values, List<Fault> faults) {
    this.values = values;
    this.faults = faults;
  }

  /** The field of an attribute. */
  public Field of(String path, StepAttribute attribute) {
    return filled(path, attribute).wrong(faults);
  }

  private Field filled(String path, StepAttribute attribute) {
    String name = path + attribute.name();
    Type type = attribute.type();
    Field field =
        Field.of(
                kind(attribute),
                name,
                Words.label(name).orElse(attribute.name()),
                Typed.plainly(type, value(name)))
            .hinting(Words.hint(name))
            .atMost(attribute.longest());
    if (type instanceof Class<?> code && code.isEnum()) {
      return field.choosing(Words.choices(code, value(name)));
    }
    if (type instanceof ParameterizedType many) {
      return field.choosing(
          List.of(
              new Field.Group(
                  "",
                  Words.choices((Class<?>) many.getActualTypeArguments()[0], "")
                      .get(1)
                      .options()
                      .stream()
                      .map(
                          option ->
                              new Field.Option(
                                  option.value(),
                                  option.label(),
                                  values.apply(name).contains(option.value())))
                      .toList())));
    }
    return type == LocalDate.class ? field.like(Wording.of("如2026-03-02")) : field;
  }

  /** What was filled in first under the name. */
  public String value(String name) {
    return values.apply(name).stream().findFirst().orElse("");
  }

  /** One that nobody sees. */
  public static Field hidden(String name, String value) {
    return Field.of(Kind.HIDDEN, name, "", value);
  }

  private static Kind kind(StepAttribute attribute) {
    Type type = attribute.type();
    if (type instanceof ParameterizedType) {
      return Kind.CHECKS;
    }
    if (type instanceof Class<?> code && code.isEnum()) {
      return Kind.CHOICE;
    }
    if (type == LocalDate.class) {
      return Kind.DAY;
    }
    if (type == Integer.class || type == BigDecimal.class) {
      return Kind.NUMBER;
    }
    if (type == Boolean.class) {
      return Kind.CHECK;
    }
    return attribute.longest() > LINE ? Kind.AREA : Kind.LINE;
  }
}
