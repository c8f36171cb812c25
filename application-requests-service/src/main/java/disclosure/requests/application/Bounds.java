package disclosure.requests.application;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What would be right in place of what breaks a rule, where that can be told. Every value is
 * written as it would be sent.
 *
 * @param oneOf the values of which one would be right; empty when they are not listed
 * @param atLeast the least or earliest that would be right
 * @param atMost the most or latest that would be right
 */
public record Bounds(List<String> oneOf, Optional<String> atLeast, Optional<String> atMost) {

  /** Nothing can be told. */
  public static final Bounds NONE = new Bounds(List.of(), Optional.empty(), Optional.empty());

  /** A defensive copy is kept. */
  public Bounds {
    oneOf = List.copyOf(oneOf);
  }

  static Bounds oneOf(Object... values) {
    return new Bounds(
        Arrays.stream(values).map(Object::toString).toList(), Optional.empty(), Optional.empty());
  }

  static Bounds atLeast(Object least) {
    return new Bounds(List.of(), Optional.of(least.toString()), Optional.empty());
  }

  static Bounds atMost(Object most) {
    return new Bounds(List.of(), Optional.empty(), Optional.of(most.toString()));
  }

  static Bounds between(Object least, Object most) {
    return new Bounds(List.of(), Optional.of(least.toString()), Optional.of(most.toString()));
  }
}
