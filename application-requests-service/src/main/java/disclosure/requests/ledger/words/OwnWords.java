package disclosure.requests.ledger.words;

import disclosure.requests.lookup.Writing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an organ's own words mean; they come before those that everybody uses. */
public final class OwnWords {

  /** Of a word; a longer text is none. */
  static final int MAX_LENGTH = 100;

  /** Those of an organ without any. */
  public static final OwnWords NONE = new OwnWords(List.of());

  private final Map<WordKind, Map<String, String>> meanings = new HashMap<>();

  OwnWords(List<OwnWord> words) {
    words.forEach(
        word ->
            meanings
                .computeIfAbsent(word.kind(), none -> new HashMap<>())
                .put(folded(word.word()), word.meaning()));
  }

  /** The code that a word means to the organ. */
  public <E extends Enum<E>> Optional<E> find(WordKind kind, Class<E> codes, String word) {
    Map<String, String> known = meanings.getOrDefault(kind, Map.of());
    if (known.isEmpty() || word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String meaning = known.get(folded(word));
    return Arrays.stream(codes.getEnumConstants())
        .filter(code -> code.name().equals(meaning))
        .findFirst();
  }

  /** In one writing; empty when nothing of the word can be seen. */
  static String folded(String word) {
    return Writing.of(word);
  }
}
