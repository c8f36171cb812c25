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
  private static final String LEVELS = "省市县区旗州盟镇乡";
  private static final String HIGHER_LEVELS = "省市县区旗州盟";

  /** The characters that the name of a place has at least: 石镇. */
  private static final int MIN_NAME = 2;

  private final Map<String, Sense> names;
  private final int longest;

  private Lexicon(Map<String, Sense> names) {
    this.names = names;
    this.longest =
        Math.max(LONGEST, names.keySet().stream().mapToInt(String::length).max().orElse(0));
  }

  /** A word that was found. */
  record Entry(Sense sense, int length) {}

  /**
   * With the names of the organ that reports: in full, without the place's, and 政府办公室 for short.
   */
  static Lexicon of(String organName) {
    Map<String, Sense> names = new HashMap<>();
    name(organName, names);
    for (int at = 2; at < organName.length() - 1; at++) {
      if (LEVELS.indexOf(organName.charAt(at)) >= 0) {
        name(organName.substring(at), names);
        name("我" + organName.substring(at), names);
        break;
      }
    }
    if (!organName.isEmpty() && LEVELS.indexOf(organName.charAt(0)) >= 0) {
      name("我" + organName, names);
    }
    shortNames(organName, names);
    return new Lexicon(names);
  }

  /** 大石镇 for 某县大石镇人民政府, 东城街道 for its 办事处, and 某市 for its government. */
  private static void shortNames(String organName, Map<String, Sense> names) {
    String place =
        organName.replaceFirst("(?:党政(?:综合)?办公室|办公室)$", "").replaceFirst("(?:人民政府|政府|办事处)$", "");
    if (place.endsWith("镇") || place.endsWith("乡") || place.endsWith("街道")) {
      int from = 0;
      for (int at = 1; at < place.length() - MIN_NAME; at++) {
        from = HIGHER_LEVELS.indexOf(place.charAt(at)) >= 0 ? at + 1 : from;
      }
      name(place.substring(from), names);
      name(place.substring(from) + "政府", names);
      if (place.endsWith("街道")) {
        name(place.substring(from) + "办事处", names);
        names.putIfAbsent("街道办事处", Sense.OWN);
        names.putIfAbsent("街道办", Sense.OWN);
      }
    } else if (!place.isEmpty()
        && organName.endsWith("政府")
        && HIGHER_LEVELS.indexOf(place.charAt(place.length() - 1)) >= 0) {
      names.putIfAbsent(place, Sense.REGION);
    }
  }

  private static void name(String name, Map<String, Sense> names) {
    String shorter = name.replace("人民政府", "政府");
    names.put(name, Sense.OWN);
    names.put(shorter, Sense.OWN);
    if (shorter.endsWith("政府办公室")) {
      names.put(shorter.substring(0, shorter.length() - 2), Sense.OWN);
    }
  }

  /** The longest word that begins there. */
  Optional<Entry> at(NormalText text, int index) {
    for (int length = Math.min(longest, text.length() - index); length > 0; length--) {
      String word = text.text().substring(index, index + length);
      Sense sense = names.getOrDefault(word, WORDS.get(word));
      if (sense != null) {
        return Optional.of(new Entry(sense, length));
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
