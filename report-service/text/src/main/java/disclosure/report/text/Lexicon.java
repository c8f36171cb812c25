package disclosure.report.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The words of annual reports with their senses: those of {@code lexicon.txt}, the form's own words
 * for its rows, and the names that an organ goes by.
 */
final class Lexicon {

  private static final Map<String, Sense> WORDS = read();
  private static final int LONGEST =
      WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);
  private final Names names;
  private final int longest;

  private Lexicon(Names names) {
    this.names = names;
    this.longest = Math.max(LONGEST, names.longest());
  }

  /** A word that was found. */
  record Entry(Sense sense, int length) {}

  /** With the names that the organ that reports goes by. */
  static Lexicon of(String organName) {
    return new Lexicon(Names.of(organName));
  }

  /** The longest word that begins there. */
  Optional<Entry> at(NormalText text, int index) {
    for (int length = Math.min(longest, text.length() - index); length > 0; length--) {
      String word = text.text().substring(index, index + length);
      Optional<Sense> sense =
          names.sense(word, text.at(index - 1)).or(() -> Optional.ofNullable(WORDS.get(word)));
      if (sense.isPresent()) {
        return Optional.of(new Entry(sense.get(), length));
      }
    }
    return Optional.empty();
  }

  private static Map<String, Sense> read() {
    Map<String, Sense> words = new HashMap<>();
    try (InputStream file = Lexicon.class.getResourceAsStream("lexicon.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          entry(line, words);
        }
      }
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    for (Sense sense : Sense.values()) {
      if (sense.rows().size() == 1) {
        words.putIfAbsent(NormalText.of(sense.rows().get(0).label()).text(), sense);
      }
    }
    return Map.copyOf(words);
  }

  private static void entry(String line, Map<String, Sense> words) {
    int colon = line.indexOf(':');
    Sense sense = Sense.valueOf(line.substring(0, colon));
    for (String word : line.substring(colon + 1).strip().split(" ")) {
      Sense before = words.put(NormalText.of(word).text(), sense);
      if (before != null) {
        throw new IllegalStateException(word + " has two senses: " + before + " and " + sense);
      }
    }
  }
}
