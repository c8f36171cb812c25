package disclosure.requests.problem;

import disclosure.requests.contract.OrganCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Values of path and query parameters, which a resource takes as text. */
public final class Parameters {

  private Parameters() {}

  /**
   * The organ that a path names.
   *
   * @throws Refusal 400, naming the parameter
   */
  public static OrganCode organCode(String name, String text) {
    if (!OrganCode.isValid(text)) {
      throw Refusal.invalid(List.of(new Fault(name, FormTexts.of(OrganCode.class))));
    }
    return new OrganCode(text);
  }

  /**
   * The organ that a query names.
   *
   * @throws Refusal 400, naming the parameter, when it is given and malformed
   */
  public static Optional<OrganCode> organCode(String name, Optional<String> text) {
    return text.map(given -> organCode(name, given));
  }

  /**
   * A number that a query gives.
   *
   * @param fallback the number when none is given
   * @throws Refusal 400, naming the parameter, when it is no integer from least to most
   */
  public static int number(String name, Optional<String> text, int least, int most, int fallback) {
    if (text.isEmpty()) {
      return fallback;
    }
    if (text.get().matches("\\d{1,9}")) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw Refusal.invalid(
        List.of(
            new Fault(
                name, Text.of("应为%d至%d的整数", "must be an integer from %d to %d", least, most))));
  }

  /**
   * An id that a query gives.
   *
   * @throws Refusal 400, naming the parameter, when it is given and is none
   */
  public static Optional<UUID> uuid(String name, Optional<String> text) {
    if (text.isPresent() && !text.get().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw Refusal.invalid(name, "请使用上一页 next 中的值", "take it from next of the page before");
    }
    return text.map(UUID::fromString);
  }

  /**
   * The record that a path names.
   *
   * @throws Refusal 404, since what isn't an id names no record
   */
  public static UUID id(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException malformed) {
      throw Refusal.notFound();
    }
    throw Refusal.notFound();
  }
}
