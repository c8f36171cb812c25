package disclosure.report.reference;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A paragraph with references in it. A value is put in once and never read for references again.
 */
public final class ReferringText {

  /** An opening that nothing closes is a reference without a name, and so to none. */
  private static final Pattern REFERENCE = Pattern.compile("\\{\\{(?:([^{}]*)\\}\\})?");

  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*(\\.\\w+)*");
  private static final int MAX_NAME = 80;

  private final String text;

  /** A paragraph as it was entered. */
  public ReferringText(String text) {
    this.text = text;
  }

  /** Whether it refers to a figure whose name begins so. */
  public boolean refersTo(String prefix) {
    return REFERENCE
        .matcher(text)
        .results()
        .anyMatch(match -> match.group(1) != null && match.group(1).strip().startsWith(prefix));
  }

  /**
   * A reference to nothing that there is.
   *
   * @param place of all references of the text which, counted from 1
   * @param name what it is to, when that could be a name; another text isn't repeated
   */
  public record UnknownReference(int place, Optional<String> name) {}

  /** Its references that are to nothing that there is, found as they are asked for. */
  public Stream<UnknownReference> unknown(References references) {
    AtomicInteger place = new AtomicInteger();
    return REFERENCE
        .matcher(text)
        .results()
        .flatMap(match -> unknown(match, place.incrementAndGet(), references).stream());
  }

  private static Optional<UnknownReference> unknown(
      MatchResult match, int place, References references) {
    return find(match, references).isPresent()
        ? Optional.empty()
        : Optional.of(new UnknownReference(place, name(match).filter(ReferringText::isName)));
  }

  /** The text as it is printed; what refers to nothing, or to no value, stays as it was entered. */
  public String filled(References references) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    find(match, references).flatMap(Reference::value).orElse(match.group())));
  }

  /** The text for who reads it before: what has no value yet is named by what it counts. */
  public String told(References references) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    find(match, references)
                        .map(known -> known.value().orElse("〔" + known.label() + "〕"))
                        .orElse(match.group())));
  }

  private static Optional<Reference> find(MatchResult match, References references) {
    return name(match).flatMap(references::find);
  }

  private static boolean isName(String name) {
    return name.length() <= MAX_NAME && NAME.matcher(name).matches();
  }

  private static Optional<String> name(MatchResult match) {
    return Optional.ofNullable(match.group(1)).map(String::strip);
  }
}
