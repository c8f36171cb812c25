package disclosure.edge;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;

/** What a bean-validation constraint asks for. */
final class ConstraintTexts {

  private ConstraintTexts() {}

  static Fault fault(ConstraintViolation<?> violation) {
    String field = field(violation);
    Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
    if (constraint instanceof NotNull
        || constraint instanceof NotBlank
        || constraint instanceof NotEmpty) {
      return InputFault.REQUIRED.at(field);
    }
    if (constraint instanceof Size size) {
      InputFault wrong =
          violation.getInvalidValue() instanceof CharSequence
              ? InputFault.WRONG_LENGTH
              : InputFault.WRONG_COUNT;
      return wrong.at(field, Expected.between(size.min(), size.max()));
    }
    if (constraint instanceof DecimalMin least) {
      return InputFault.BELOW_LEAST.at(field, Expected.atLeast(least.value()));
    }
    if (constraint instanceof PositiveOrZero) {
      return InputFault.BELOW_LEAST.at(field, Expected.atLeast(0));
    }
    if (constraint instanceof Digits digits) {
      return InputFault.TOO_MANY_DIGITS.at(field, digits.integer(), digits.fraction());
    }
    if (constraint instanceof Min min) {
      return InputFault.BELOW_LEAST.at(field, Expected.atLeast(min.value()));
    }
    if (constraint instanceof Max max) {
      return InputFault.ABOVE_MOST.at(field, Expected.atMost(max.value()));
    }
    return InputFault.UNSUITABLE.at(field);
  }

  /** The path without the steps that stand for an element of a list, which JSON doesn't name. */
  private static String field(ConstraintViolation<?> violation) {
    return violation.getPropertyPath().toString().replaceAll("\\.<[^>]*>", "");
  }
}
