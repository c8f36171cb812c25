package disclosure.requests.ledger.words;

import disclosure.edge.InputFault;
import disclosure.edge.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a page of an organ's words ended. */
record WordToken(String kind, String folded) {

  /** Before all words. */
  static final WordToken START = new WordToken("", "");

  private static final String BETWEEN = "\0";

  static WordToken of(OwnWord last) {
    return new WordToken(last.kind().name(), OwnWords.folded(last.word()));
  }

  /** The token as a parameter, which clients need not understand. */
  String token() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((kind + BETWEEN + folded).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads the parameter {@code after}.
   *
   * @throws Refusal 400, naming it, when it is no such token
   */
  static WordToken of(Optional<String> after) {
    return after.map(WordToken::read).orElse(START);
  }

  private static WordToken read(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      String[] parts = text.split(BETWEEN, -1);
      if (parts.length == 2) {
        return new WordToken(parts[0], parts[1]);
      }
    } catch (IllegalArgumentException malformed) {
      // Said below.
    }
    throw Refusal.invalid(InputFault.NOT_FROM_NEXT.at("after"));
  }
}
