package disclosure.edge.testing.wording;

import disclosure.edge.look.Catalogue;
import disclosure.edge.look.TemplateTexts;
import disclosure.edge.testing.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What holds of the texts of a module's pages and its catalogue. Each rule tells what breaks it.
 *
 * @param module the folder of the module
 * @param pages the packages of its pages below {@code src/main/java}, as paths; what lies below
 *     them belongs to them
 * @param elsewhere texts that its pages say and that aren't written in its sources or templates,
 *     such as words of a contract put together
 * @param kept Chinese in the sources of its pages that no page says in English, with the reason; a
 *     file's name stands for all in it
 */
public record WordingRules(
    Path module, Set<String> pages, Set<String> elsewhere, Map<String, String> kept) {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern SITE = Pattern.compile("(?m)^site\\.title=(.*)$");
  private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}]*\\}");
  private static final Pattern PLACE =
      Pattern.compile("%(?:(?<index>\\d+)\\$)?(?<form>[-#+0,(]*\\d*(?:\\.\\d+)?[a-zA-Z])|%%");

  /** Texts of templates and sources that no catalogue on the class path has. */
  public Set<String> missing() {
    Set<String> known = all();
    Set<String> missing = new TreeSet<>();
    said().stream().filter(text -> !known.contains(text)).forEach(missing::add);
    return missing;
  }

  /** Entries of the module's catalogue that nothing says. */
  public Set<String> unused() {
    Set<String> unused = new TreeSet<>(entries().keySet());
    unused.removeAll(said());
    javaFiles(Set.of(""))
        .forEach(
            file -> JavaTexts.of(SourceFiles.text(file)).forEach(one -> unused.remove(one.text())));
    return unused;
  }

  /** Entries with other expressions or places on one side than on the other. */
  public Set<String> unlike() {
    return entries().entrySet().stream()
        .filter(
            entry ->
                !expressions(entry.getKey()).equals(expressions(entry.getValue()))
                    || !places(entry.getKey()).equals(places(entry.getValue())))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Chinese in the sources of pages that isn't given to {@code Wording}, with its place. */
  public List<String> bare() {
    List<String> bare = new ArrayList<>();
    for (Path file : pageFiles()) {
      for (JavaTexts.Found found : JavaTexts.of(SourceFiles.text(file))) {
        if (found.place() == JavaTexts.Place.BARE && !kept.containsKey(found.text())) {
          bare.add(file.getFileName() + ":" + found.line() + " " + found.text());
        }
      }
    }
    return bare;
  }

  /** What is said to be kept, and isn't there any more. */
  public Set<String> keptForNothing() {
    Set<String> gone = new TreeSet<>(kept.keySet());
    javaFiles(pages).forEach(file -> gone.remove(file.getFileName().toString()));
    pageFiles()
        .forEach(
            file -> JavaTexts.of(SourceFiles.text(file)).forEach(one -> gone.remove(one.text())));
    return gone;
  }

  /** The first entry that stands before one that it should follow; empty when all are in order. */
  public List<String> disorder() {
    List<String> keys = List.copyOf(entries().keySet());
    return keys.stream()
        .skip(1)
        .filter(key -> keys.get(keys.indexOf(key) - 1).compareTo(key) > 0)
        .limit(1)
        .toList();
  }

  private Set<String> said() {
    Set<String> said = new TreeSet<>(elsewhere);
    templates().forEach(file -> said.addAll(TemplateTexts.of(SourceFiles.text(file))));
    for (Path file : javaFiles(Set.of(""))) {
      JavaTexts.of(SourceFiles.text(file)).stream()
          .filter(found -> found.place() == JavaTexts.Place.WORDED)
          .forEach(found -> said.add(found.text()));
    }
    for (Path file : pageFiles()) {
      JavaTexts.of(SourceFiles.text(file)).stream()
          .filter(found -> found.place() == JavaTexts.Place.KEPT)
          .filter(found -> !kept.containsKey(found.text()))
          .forEach(found -> said.add(found.text()));
    }
    Path settings = module.resolve(RESOURCES).resolve("application.properties");
    if (Files.exists(settings)) {
      SITE.matcher(SourceFiles.text(settings))
          .results()
          .forEach(site -> said.add(site.group(1).strip()));
    }
    return said;
  }

  private static Set<String> all() {
    try {
      Set<String> all = new TreeSet<>();
      for (var part :
          java.util.Collections.list(
              Thread.currentThread().getContextClassLoader().getResources(Catalogue.FILE))) {
        try (InputStream text = part.openStream()) {
          all.addAll(Catalogue.read(text).keySet());
        }
      }
      return all;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Map<String, String> entries() {
    try (InputStream text =
        Files.newInputStream(module.resolve(RESOURCES).resolve(Catalogue.FILE))) {
      return Catalogue.read(text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Set<String> expressions(String text) {
    return EXPRESSION
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What stands at which place of the arguments. */
  private static Map<Integer, String> places(String text) {
    Map<Integer, String> places = new TreeMap<>();
    Matcher place = PLACE.matcher(text);
    int next = 1;
    while (place.find()) {
      if (place.group("form") != null) {
        String index = place.group("index");
        places.put(index == null ? next : Integer.parseInt(index), place.group("form"));
        next += index == null ? 1 : 0;
      }
    }
    return places;
  }

  private Collection<Path> templates() {
    return SourceFiles.below(module.resolve(RESOURCES).resolve("templates"), ".html");
  }

  /** The sources of pages, but for those that are kept as a whole. */
  private List<Path> pageFiles() {
    return javaFiles(pages).stream()
        .filter(file -> !kept.containsKey(file.getFileName().toString()))
        .toList();
  }

  private List<Path> javaFiles(Set<String> folders) {
    return folders.stream()
        .flatMap(
            folder -> SourceFiles.below(module.resolve(SOURCES).resolve(folder), ".java").stream())
        .distinct()
        .toList();
  }
}
