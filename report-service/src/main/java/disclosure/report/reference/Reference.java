package disclosure.report.reference;

import java.util.Optional;

/**
 * A figure that a text can refer to as <code>{{name}}</code>.
 *
 * @param name for example {@code matrix.NEWLY_RECEIVED.total}
 * @param label what it counts, for people
 * @param value as it is printed; empty while it can't be had
 */
public record Reference(String name, String label, Optional<String> value) {

  static Reference of(String name, String label, long value) {
    return new Reference(name, label, Optional.of(Long.toString(value)));
  }

  static Reference of(String name, String label, Optional<Long> value) {
    return new Reference(name, label, value.map(known -> known.toString()));
  }

  /** How a text refers to it. */
  public static String to(String name) {
    return "{{" + name + "}}";
  }
}
