package disclosure.edge;

import disclosure.requests.contract.OrganCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the value of a field must look like, by the type that it is read into. */
final class FormTexts {

  static final Text UNKNOWN = new Text("未知字段", "is not a known field");
  static final Text DUPLICATE = new Text("字段重复出现", "is given twice");
  static final Text TOO_LONG =
      new Text("超出长度、数量或嵌套层数的限制", "exceeds the limits of length or nesting");

  /** Where something else than a text stands. */
  static final Text TEXT = new Text("应为文本，写在引号内", "must be a text in quotation marks");

  private static final Text TRUTH = new Text("应为 true 或 false", "must be true or false");

  private static final Map<Class<?>, Text> TEXTS =
      Map.of(
          LocalDate.class,
          new Text("应为实际存在的日期，格式 YYYY-MM-DD", "must be an existing date, YYYY-MM-DD"),
          OrganCode.class,
          new Text(
              "应为18位统一社会信用代码，且校验码正确（GB 32100-2015）",
              "must be 18 characters with the right check character (GB 32100-2015)"),
          UUID.class,
          new Text("应为UUID", "must be a UUID"),
          BigDecimal.class,
          new Text("应为数字", "must be a number"),
          Boolean.class,
          TRUTH,
          boolean.class,
          TRUTH);

  private final PlainText text;

  FormTexts(PlainText text) {
    this.text = text;
  }

  /** What an organ's code must look like. */
  static Text organCode() {
    return TEXTS.get(OrganCode.class);
  }

  Text of(Class<?> type) {
    if (type == null) {
      return new Text("格式有误", "has a wrong form");
    }
    if (type == String.class) {
      return text.form();
    }
    if (type.isEnum()) {
      String codes =
          Arrays.stream(type.getEnumConstants())
              .map(code -> ((Enum<?>) code).name())
              .collect(Collectors.joining(", "));
      return new Text("应为以下代码之一：" + codes, "must be one of: " + codes);
    }
    return Optional.ofNullable(TEXTS.get(type)).orElseGet(() -> structure(type));
  }

  private static Text structure(Class<?> type) {
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return new Text("应为整数", "must be an integer");
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return new Text("应为数组", "must be an array");
    }
    return new Text("应为对象", "must be an object");
  }
}
