package disclosure.edge.page;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A form as a browser sends it: {@code application/x-www-form-urlencoded} in UTF-8. */
public final class PostedForm {

  /** The longest form asks for some three hundred. */
  private static final int MAX_FIELDS = 1_000;

  private final Map<String, List<String>> values;

  private PostedForm(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Reads a body to its end: what was cut off would look as if it had been left empty.
   *
   * @throws Refusal 400 when it is malformed, naming the fields that are not in UTF-8 or hold the
   *     one character that PostgreSQL has no place for, 413 when it has more than a thousand fields
   */
  public static PostedForm of(String body) {
    Map<String, List<String>> values;
    try {
      values =
          new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MAX_FIELDS + 1).parameters();
    } catch (IllegalArgumentException malformed) {
      throw Refusal.byStatus(400);
    }
    if (values.values().stream().mapToInt(List::size).sum() > MAX_FIELDS) {
      throw Refusal.byStatus(413);
    }
    List<Fault> faults =
        values.entrySet().stream()
            .flatMap(field -> fault(field.getKey(), field.getValue()).stream())
            .toList();
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new PostedForm(values);
  }

  private static Optional<Fault> fault(String name, List<String> given) {
    if (isGarbled(name)) {
      return Optional.of(InputFault.NOT_UTF8.at(""));
    }
    if (given.stream().anyMatch(PostedForm::isGarbled)) {
      return Optional.of(InputFault.NOT_UTF8.at(name));
    }
    return given.stream().anyMatch(PostedForm::holdsNul)
        ? Optional.of(InputFault.NUL_CHARACTER.at(name))
        : Optional.empty();
  }

  private static boolean holdsNul(String value) {
    return value.indexOf('\0') >= 0;
  }

  /** What takes the place of bytes that are no character: whoever typed it has lost something. */
  static boolean isGarbled(String text) {
    return text.indexOf('\uFFFD') >= 0;
  }

  /** What was filled in under the name, in its order. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Of the fields that were sent. */
  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The first of it; empty for a field that wasn't sent. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /**
   * What was filled in under the name, without blanks around it, be it nothing; empty for a field
   * that wasn't sent.
   *
   * @throws Refusal 400 when that is several things: nobody would see which of them was taken
   */
  public Optional<String> one(String name) {
    List<String> said = filled(name).stream().distinct().toList();
    if (said.size() > 1) {
      throw Refusal.invalid(InputFault.TOO_MANY_VALUES.at(name, Expected.atMost(1)));
    }
    return said.isEmpty() ? first(name).map(nothing -> "") : Optional.of(said.get(0));
  }

  /** What was filled in under the name but for nothing, without blanks around it. */
  public List<String> filled(String name) {
    return all(name).stream()
        .map(text -> text.replace("\r\n", "\n").strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** All that was filled in. */
  Stream<ErrorPage.Value> stream() {
    return values.entrySet().stream()
        .flatMap(
            field ->
                field.getValue().stream().map(value -> new ErrorPage.Value(field.getKey(), value)));
  }

  /** Without what was filled in, which may be about a person. */
  @Override
  public String toString() {
    return "PostedForm" + values.keySet();
  }
}
