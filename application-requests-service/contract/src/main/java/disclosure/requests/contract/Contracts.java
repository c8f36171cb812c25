package disclosure.requests.contract;

import java.util.Optional;

/** What an event must hold; a message names the field and never repeats its value. */
final class Contracts {

  private Contracts() {}

  static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  static void present(String field, Object value) {
    require(value != null, field + " is missing");
  }

  /** JSON without the field reaches a record as null with some readers, as empty with others. */
  @SuppressWarnings("OptionalAssignedToNull")
  static <T> Optional<T> optional(Optional<T> value) {
    return value == null ? Optional.empty() : value;
  }
}
