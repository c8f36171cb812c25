package disclosure.acceptance.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository's files, by their paths from its root. */
final class Repository {

  static final YAMLMapper YAML = new YAMLMapper();

  private static final Path ROOT = root();
  private static final Pattern BUILT = Pattern.compile("(^|/)target/|^deploy/local/data/|^\\.git/");
  private static final List<String> FILES = walked();

  private Repository() {}

  static Path path(String path) {
    return ROOT.resolve(path).normalize();
  }

  static String text(String path) {
    try {
      return Files.readString(path(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The paths of the repository's files with the given ending, apart from what is built. */
  static Stream<String> files(String ending) {
    return FILES.stream().filter(file -> file.endsWith(ending));
  }

  /** What is built is not looked into: it is many times as much. */
  private static List<String> walked() {
    List<String> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
              return BUILT.matcher(ROOT.relativize(folder) + "/").find()
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
              if (is.isRegularFile()) {
                files.add(ROOT.relativize(file).toString());
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files.stream().sorted().toList();
  }

  /** The texts of the Java files below a folder. */
  static Stream<String> sources(String folder) {
    return files(".java").filter(file -> file.startsWith(folder + "/")).map(Repository::text);
  }

  /** The file's one document; JSON is YAML too. */
  static JsonNode yaml(String path) {
    List<JsonNode> documents = yamls(path);
    if (documents.size() != 1) {
      throw new IllegalStateException(path + " is not one document");
    }
    return documents.get(0);
  }

  static List<JsonNode> yamls(String path) {
    try (MappingIterator<JsonNode> documents =
        YAML.readerFor(JsonNode.class).readValues(path(path).toFile())) {
      return documents.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<MatchResult> matches(String regex, String text) {
    return Pattern.compile(regex, Pattern.MULTILINE).matcher(text).results();
  }

  /** The first group of the only match. */
  static String only(String regex, String text) {
    List<String> found = matches(regex, text).map(match -> match.group(1)).toList();
    if (found.size() != 1) {
      throw new IllegalStateException("not exactly one " + regex);
    }
    return found.get(0);
  }

  static TreeSet<String> names(JsonNode object) {
    TreeSet<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static TreeMap<String, String> texts(JsonNode object) {
    TreeMap<String, String> texts = new TreeMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("deploy/compose"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
