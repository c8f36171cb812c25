package disclosure.edge.testing.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds a module's {@code provoked-codes.txt}, which names for each code the test that provokes it,
 * against the answers that its tests get. A test that ran must have seen the codes that it is named
 * for; of tests that didn't run nothing is demanded. What was seen is noted in {@code
 * target/provoked-codes.txt}, in the same form.
 */
public final class ProvokedCodes {

  private static final String LIST = "provoked-codes.txt";
  private static final Path NOTED = Path.of("target", LIST);

  /** Of an entry of {@code errors}, a finding of a ledger, or a warning (in capitals there). */
  private static final Pattern CODE =
      Pattern.compile("\"code\"\\s*:\\s*\"([a-z0-9]+(?:-[a-z0-9]+)*|[A-Z0-9]+(?:_[A-Z0-9]+)+)\"");

  /** By tests, those of the class that runs. */
  private static final Map<String, Set<String>> SEEN = new TreeMap<>();

  private static String running = "";

  private ProvokedCodes() {}

  /** That a test begins, once or with further values. */
  static synchronized void begin(String test) {
    running = test;
    SEEN.computeIfAbsent(test, first -> new TreeSet<>());
  }

  /** Looks for codes in the body of an answer to the test that runs. */
  public static synchronized void look(String body) {
    CODE.matcher(body)
        .results()
        .map(found -> found.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
        .forEach(code -> SEEN.computeIfAbsent(running, none -> new TreeSet<>()).add(code));
  }

  /** Ends a class: what its tests should have seen and didn't. */
  static synchronized Set<String> missed() {
    Set<String> missed = new TreeSet<>();
    listed()
        .forEach(
            (code, test) -> {
              if (SEEN.containsKey(test) && !SEEN.get(test).contains(code)) {
                missed.add(code + " " + test);
              }
            });
    note();
    SEEN.clear();
    return missed;
  }

  private static void note() {
    String lines =
        SEEN.entrySet().stream()
            .flatMap(test -> test.getValue().stream().map(code -> code + " " + test.getKey()))
            .collect(Collectors.joining("\n", "", "\n"));
    try {
      Files.createDirectories(NOTED.getParent());
      Files.writeString(NOTED, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, String> listed() {
    try (InputStream list =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(LIST)) {
      Map<String, String> codes = new TreeMap<>();
      if (list != null) {
        new String(list.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(line -> line.split(" "))
            .forEach(entry -> codes.put(entry[0], entry[1]));
      }
      return codes;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
