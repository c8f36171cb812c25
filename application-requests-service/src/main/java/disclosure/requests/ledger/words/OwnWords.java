package disclosure.requests.ledger.words;

import disclosure.edge.Writing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an organ's own words mean; they come before those that everybody uses. */
public final class OwnWords {

  /** Of a word; a longer text is none. */
  static final int MAX_LENGTH = 100;

  /** What a heading means whose column the organ doesn't want to be read. */
  static final String IGNORED = "IGNORED";

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
    return meaning(kind, word)
        .flatMap(
            meaning ->
                Arrays.stream(codes.getEnumConstants())
                    .filter(code -> code.name().equals(meaning))
                    .findFirst());
  }

  /** The column that a heading means: to the organ, or else to everybody. */
  public Optional<Column> column(String heading) {
    if (ignores(heading)) {
      return Optional.empty();
    }
    return find(WordKind.HEADING, Column.class, Column.shown(heading)).or(() -> Column.of(heading));
  }

  /** Whether the organ has said that what stands under a heading is not to be read. */
  public boolean ignores(String heading) {
    return meaning(WordKind.HEADING, Column.shown(heading)).filter(IGNORED::equals).isPresent();
  }

  private Optional<String> meaning(WordKind kind, String word) {
    Map<String, String> known = meanings.getOrDefault(kind, Map.of());
    return known.isEmpty() || word.length() > MAX_LENGTH
        ? Optional.empty()
        : Optional.ofNullable(known.get(folded(word)));
  }

  /** In one writing; empty when nothing of the word can be seen. */
  static String folded(String word) {
    return Writing.of(word);
  }
}
