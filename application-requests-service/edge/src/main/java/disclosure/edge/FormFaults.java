package disclosure.edge;

import disclosure.requests.contract.OrganCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is wrong with a value that can't be read, by the type that it should be read into. */
final class FormFaults {

  private static final Map<Class<?>, InputFault> FORMS =
      Map.of(
          LocalDate.class,
          InputFault.NOT_A_DATE,
          OrganCode.class,
          InputFault.NOT_AN_ORGAN_CODE,
          UUID.class,
          InputFault.NOT_A_UUID,
          BigDecimal.class,
          InputFault.NOT_A_NUMBER);

  private final PlainText text;

  FormFaults(PlainText text) {
    this.text = text;
  }

  Fault at(String field, Class<?> type) {
    if (type == null) {
      return InputFault.WRONG_FORM.at(field);
    }
    if (type == String.class) {
      return text.form().at(field);
    }
    if (type.isEnum()) {
      return InputFault.NOT_ONE_OF.at(field, Expected.oneOf(type.getEnumConstants()));
    }
    if (type == Boolean.class || type == boolean.class) {
      return InputFault.NOT_A_TRUTH_VALUE.at(field, Expected.oneOf("true", "false"));
    }
    return Optional.ofNullable(FORMS.get(type)).orElseGet(() -> structure(type)).at(field);
  }

  private static InputFault structure(Class<?> type) {
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return InputFault.NOT_AN_INTEGER;
    }
    return Collection.class.isAssignableFrom(type) || type.isArray()
        ? InputFault.NOT_A_LIST
        : InputFault.NOT_AN_OBJECT;
  }
}
