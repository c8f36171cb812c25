package disclosure.edge;

import java.util.Locale;
import java.util.Optional;

/**
 * What can be wrong with a field, by a word that programs act on. A word means the same in every
 * service and is never used for anything else again. Each module lists its own in an enum.
 */
public interface FaultCode {

  /** The constant's name. */
  String name();

  /**
   * What would be right, for a clerk. Where it names {@code {oneOf}}, {@code {atLeast}} and {@code
   * {atMost}}, the values of {@link Expected} are put; and where it has {@code %s}, others.
   */
  Text message();

  /** The article that stands behind it, in Chinese; empty when none does. */
  default Optional<String> rule() {
    return Optional.empty();
  }

  /** The word, such as {@code not-a-date}. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * That this is wrong with a field.
   *
   * @param field as in {@link Fault#field()}
   * @param values of ours, for the sentence
   */
  default Fault at(String field, Object... values) {
    return Fault.of(field, this, values.length == 0 ? message() : message().with(values));
  }

  /**
   * That one of these is needed, which the sentence names. They are other fields or parameters, and
   * no values of this one.
   */
  default Fault needing(String field, Object... others) {
    return Fault.of(field, this, Expected.oneOf(others).in(message()));
  }

  /**
   * The same, with what would be right.
   *
   * @param expected also what the sentence names
   */
  default Fault at(String field, Expected expected) {
    return Fault.of(field, this, expected.in(message())).expecting(expected);
  }
}
