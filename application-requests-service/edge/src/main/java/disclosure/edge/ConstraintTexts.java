package disclosure.edge;

import jakarta.validation.ConstraintViolation;
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
    return new Fault(field(violation), text(violation));
  }

  /** The path without the steps that stand for an element of a list, which JSON doesn't name. */
  private static String field(ConstraintViolation<?> violation) {
    return violation.getPropertyPath().toString().replaceAll("\\.<[^>]*>", "");
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
    if (constraint instanceof PositiveOrZero) {
      return new Text("不得小于0", "must not be below 0");
    }
    if (constraint instanceof Digits digits) {
      return Text.of(
          "至多%d位整数、%d位小数",
          "must have at most %d digits before and %d after the point",
          digits.integer(),
          digits.fraction());
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
