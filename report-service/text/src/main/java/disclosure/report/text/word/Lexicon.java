package disclosure.report.text.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of annual reports with their senses: those of {@code lexicon.txt}, the form's own words
 * for its rows, and the names that an organ goes by.
 */
public final class Lexicon {

  private static final String ENDINGS = "+";
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
  public record Entry(Sense sense, int length) {}

  /** With the names that the organ that reports goes by. */
  public static Lexicon of(String organName) {
    return new Lexicon(Names.of(Simplified.of(organName)));
  }

  /** The longest word that begins there. */
  public Optional<Entry> at(NormalText text, int index) {
    int abbreviation = names.abbreviation(text, index);
    for (int length = Math.min(longest, text.length() - index); length > 0; length--) {
      if (length == abbreviation) {
        return Optional.of(new Entry(Sense.OWN, length));
      }
      String word = text.text().substring(index, index + length);
      Optional<Sense> sense =
          names.sense(word, text.at(index - 1)).or(() -> Optional.ofNullable(WORDS.get(word)));
      if (sense.isPresent()) {
        return Optional.of(composed(text, index, new Entry(sense.get(), length)));
      }
    }
    return Composed.at(text, index);
  }

  /** What is composed of words, where it is longer than the word found. */
  private static Entry composed(NormalText text, int index, Entry word) {
    return Composed.at(text, index).filter(one -> one.length() > word.length()).orElse(word);
  }

  private static Map<String, Sense> read() {
    Map<String, Sense> words = new HashMap<>();
    Map<Sense, List<String>> endings = new EnumMap<>(Sense.class);
    try (InputStream file = Lexicon.class.getResourceAsStream("lexicon.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          entry(line, words, endings);
        }
      }
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    endings.forEach((sense, ends) -> compose(sense, ends, words));
    for (Sense sense : Sense.values()) {
      if (sense.rows().size() == 1) {
        words.putIfAbsent(NormalText.of(sense.rows().get(0).label()).text(), sense);
      }
    }
    return Map.copyOf(words);
  }

  private static void entry(
      String line, Map<String, Sense> words, Map<Sense, List<String>> endings) {
    int colon = line.indexOf(':');
    String name = line.substring(0, colon);
    String[] written = line.substring(colon + 1).strip().split(" ");
    if (name.endsWith(ENDINGS)) {
      endings.put(
          Sense.valueOf(name.substring(0, name.length() - ENDINGS.length())), List.of(written));
      return;
    }
    Sense sense = Sense.valueOf(name);
    for (String word : written) {
      Sense before = words.put(NormalText.of(word).text(), sense);
      if (before != null) {
        throw new IllegalStateException(word + " has two senses: " + before + " and " + sense);
      }
    }
  }

  /** 依申请公开 and 事项 make 依申请公开事项, unless that has a sense of its own. */
  private static void compose(Sense sense, List<String> endings, Map<String, Sense> words) {
    List<String> whole =
        words.entrySet().stream()
            .filter(entry -> entry.getValue() == sense)
            .map(Map.Entry::getKey)
            .toList();
    whole.forEach(word -> endings.forEach(ending -> words.putIfAbsent(word + ending, sense)));
  }
}
