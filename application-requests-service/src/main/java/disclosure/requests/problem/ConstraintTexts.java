package disclosure.requests.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;

/** What a bean-validation constraint asks for. */
final class ConstraintTexts {

  private ConstraintTexts() {}

  static Fault fault(ConstraintViolation<?> violation) {
    // The validator names the element of steps[0] once more when the element itself is at fault.
    String path = violation.getPropertyPath().toString().replace(".<list element>", "");
    return new Fault(path, text(violation));
  }

  private static Text text(ConstraintViolation<?> violation) {
    Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
    if (constraint instanceof NotNull
        || constraint instanceof NotBlank
        || constraint instanceof NotEmpty) {
      return new Text("必须填写", "is required");
    }
    if (constraint instanceof Size size) {
      return violation.getInvalidValue() instanceof CharSequence
          ? Text.of("长度应为%d至%d个字符", "must have %d to %d characters", size.min(), size.max())
          : Text.of("数量应为%d至%d项", "must have %d to %d entries", size.min(), size.max());
    }
    if (constraint instanceof Min min) {
      return Text.of("不得小于%d", "must not be below %d", min.value());
    }
    if (constraint instanceof Max max) {
      return Text.of("不得大于%d", "must not be above %d", max.value());
    }
    return new Text("不符合要求", "doesn't meet the requirements");
  }
}
