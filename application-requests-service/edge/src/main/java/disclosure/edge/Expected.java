package disclosure.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What would be right, as data that a program can act on. Every value is written as it would be
 * sent; what is bounded (a day, a number, a length, how many) follows from the code beside it.
 *
 * @param oneOf the values of which one would be right; empty when they are not listed
 * @param atLeast the least or earliest that would be right
 * @param atMost the most or latest that would be right
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Expected(List<String> oneOf, Optional<String> atLeast, Optional<String> atMost) {

  /** A defensive copy is kept. */
  public Expected {
    oneOf = List.copyOf(oneOf);
  }

  /** One of these values, in the order given. */
  public static Expected oneOf(Collection<?> values) {
    return new Expected(
        values.stream().map(Object::toString).toList(), Optional.empty(), Optional.empty());
  }

  /** One of these values; with a single one, that. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T> Expected oneOf(T... values) {
    return oneOf(Arrays.asList(values));
  }

  /** That or more; of days, that one or a later one. */
  public static Expected atLeast(Object least) {
    return new Expected(List.of(), Optional.of(least.toString()), Optional.empty());
  }

  /** That or less; of days, that one or an earlier one. */
  public static Expected atMost(Object most) {
    return new Expected(List.of(), Optional.empty(), Optional.of(most.toString()));
  }

  /** From the one to the other, both included. */
  public static Expected between(Object least, Object most) {
    return new Expected(List.of(), Optional.of(least.toString()), Optional.of(most.toString()));
  }

  /** A sentence with these values where it names them: {@code {oneOf}}, {@code {atLeast}} … */
  Text in(Text sentence) {
    return new Text(in(sentence.chinese(), "、", " 或 "), in(sentence.english(), ", ", " or "));
  }

  private String in(String sentence, String comma, String or) {
    return sentence
        .replace("{oneOf}", listed(comma, or))
        .replace("{atLeast}", atLeast.orElse(""))
        .replace("{atMost}", atMost.orElse(""));
  }

  private String listed(String comma, String or) {
    int last = oneOf.size() - 1;
    return last < 1
        ? String.join(comma, oneOf)
        : String.join(comma, oneOf.subList(0, last)) + or + oneOf.get(last);
  }
}
