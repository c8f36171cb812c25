package disclosure.edge.look;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The English of what pages say, by the Chinese.
 *
 * @param entries what every module has of it
 */
public record Catalogue(Map<String, String> entries) {

  /** Where a module keeps its part. */
  public static final String FILE = "wording/en.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static volatile Optional<Catalogue> loaded = Optional.empty();

  /** A defensive copy is kept. */
  public Catalogue {
    entries = Map.copyOf(entries);
  }

  /** All parts that the running service has. */
  static Catalogue current() {
    return loaded.orElseGet(Catalogue::load);
  }

  /**
   * Reads all parts that the running service has.
   *
   * @throws IllegalStateException where two say otherwise of the same
   */
  static Catalogue load() {
    try {
      List<URL> parts =
          Collections.list(Thread.currentThread().getContextClassLoader().getResources(FILE));
      Map<String, String> all = new HashMap<>();
      for (URL part : parts) {
        try (InputStream text = part.openStream()) {
          add(all, read(text));
        }
      }
      Catalogue read = new Catalogue(all);
      loaded = Optional.of(read);
      return read;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void add(Map<String, String> all, Map<String, String> part) {
    part.forEach(
        (chinese, english) -> {
          String other = all.putIfAbsent(chinese, english);
          if (other != null && !other.equals(english)) {
            throw new IllegalStateException(
                "“"
                    + chinese
                    + "” is “"
                    + other
                    + "” in one catalogue, “"
                    + english
                    + "” in another");
          }
        });
  }

  /** The entries of one part in their order. */
  public static Map<String, String> read(InputStream part) throws IOException {
    return JSON.readValue(part, new TypeReference<LinkedHashMap<String, String>>() {});
  }

  /** The English of it, if there is any. */
  Optional<String> english(String chinese) {
    return Optional.ofNullable(entries.get(chinese));
  }
}
