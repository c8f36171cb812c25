package disclosure.edge;

import java.util.Optional;
import java.util.function.Function;

/**
 * Who stands behind a client, by the claims of a token. Issuers give tokens to systems too, with a
 * name of their own making: such a token names nobody.
 */
final class Persons {

  private static final int MAX_LENGTH = 200;

  /** As much as stands at the top of a page. */
  private static final int MAX_SHOWN = 60;

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
   * The person as he is shown to himself: by his name (claim {@code name}) where the token has one
   * that can be read, and by what is stored of him, since two people may bear one name.
   */
  static Optional<String> shown(Function<String, String> claim) {
    return of(claim)
        .map(
            person ->
                named(claim.apply("name"))
                    .filter(name -> name.length() <= MAX_SHOWN && !name.equals(person))
                    .map(name -> name + "（" + person + "）")
                    .orElse(person));
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
