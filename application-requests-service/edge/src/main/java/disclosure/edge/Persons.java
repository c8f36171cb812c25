package disclosure.edge;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Who stands behind a client, by the claims of a token. Issuers give tokens to systems too, with a
 * name of their own making: such a token names nobody.
 */
final class Persons {

  private static final int MAX_LENGTH = 200;

  /** As much as stands at the top of a page. */
  private static final int MAX_SHOWN = 60;

  private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}·]+");

  private Persons() {}

  /**
   * The person who signed in.
   *
   * @param claim gives a claim's text, or null
   */
  static Optional<String> of(Function<String, String> claim) {
    String client = claim.apply("azp");
    return named(claim.apply("preferred_username"))
        .or(() -> signedIn(claim) ? named(claim.apply("sub")) : Optional.empty())
        .filter(name -> !name.equals(client))
        .filter(name -> !name.startsWith("service-account-"));
  }

  /**
   * The person as he is shown to himself: by his name (claims {@code family_name} and {@code
   * given_name} where they are Chinese, otherwise {@code name}) where the token has one that can be
   * read, and by what is stored of him, since two people may bear one name.
   */
  static Optional<String> shown(Function<String, String> claim) {
    return of(claim)
        .map(
            person ->
                name(claim)
                    .filter(name -> name.length() <= MAX_SHOWN && !name.equals(person))
                    .map(name -> name + "（" + person + "）")
                    .orElse(person));
  }

  /** Issuers put a family's name last, with a space before it, also where nobody writes it so. */
  private static Optional<String> name(Function<String, String> claim) {
    return named(claim.apply("family_name"))
        .flatMap(family -> named(claim.apply("given_name")).map(given -> family + given))
        .filter(name -> CHINESE.matcher(name).matches())
        .or(() -> named(claim.apply("name")));
  }

  /** Only somebody who signs in has a session at the issuer. */
  private static boolean signedIn(Function<String, String> claim) {
    return named(claim.apply("sid")).isPresent();
  }

  private static Optional<String> named(String text) {
    return Optional.ofNullable(text)
        .flatMap(PlainText.ONE_LINE::of)
        .filter(name -> !name.isEmpty() && name.length() <= MAX_LENGTH);
  }
}
