package disclosure.report;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the packages of the reports hold: not too much, and no table of another one. */
class PackagesTest {

  private static final Path SOURCES = Path.of("src/main/java/disclosure/report");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final int MAX_LINES = 2_000;

  /** Which package a table belongs to: no other one names it, but for those below. */
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          entry("draft_revision", "draft"),
          entry("job", "job"),
          entry("job_piece", "job"),
          entry("kept_reason", "publication"),
          entry("life_step", "publication"),
          entry("publication", "publication"),
          entry("published_application", "publication"),
          entry("published_child", "publication"),
          entry("published_document", "publication"),
          entry("run", "run"),
          entry("run_document", "run"),
          entry("run_item", "run"));

  /** Who reads tables of others, and never writes them. */
  private static final Map<String, Set<String>> READERS =
      Map.of(
          // How far a report has come is one statement over its draft's versions and its steps.
          "publication", Set.of("draft_revision"),
          // A run that a release without jobs began is one that has no job yet.
          "run", Set.of("job"));

  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(FROM|JOIN|USING|INTO|UPDATE|DELETE FROM|LOCK TABLE|TRUNCATE)\\s+(?:ONLY\\s+)?"
              + "(?:report\\.)?([a-z_]+)\\b");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
  private static final Pattern MADE_OR_GONE = Pattern.compile("(CREATE|DROP) TABLE ([a-z_]+)");
  private static final Set<String> WRITING =
      Set.of("INTO", "UPDATE", "DELETE FROM", "LOCK TABLE", "TRUNCATE");

  @Test
  void no_package_has_more_than_two_thousand_lines() {
    Map<String, Long> lines = new TreeMap<>();
    sources().forEach(file -> lines.merge(packageOf(file), lines(file), Long::sum));
    assertThat(lines).allSatisfy((name, number) -> assertThat(number).isLessThan(MAX_LINES));
  }

  @Test
  void a_table_is_named_in_sql_only_by_its_owner_and_by_known_readers() {
    Set<String> trespasses = new TreeSet<>();
    for (Path file : sources()) {
      Matcher named = NAMED.matcher(COMMENT.matcher(text(file)).replaceAll(""));
      while (named.find()) {
        String owner = OWNERS.get(named.group(2));
        boolean may =
            owner == null
                || owner.equals(packageOf(file))
                || READERS.getOrDefault(packageOf(file), Set.of()).contains(named.group(2))
                    && !WRITING.contains(named.group(1));
        if (!may) {
          trespasses.add(file.getFileName() + ": " + named.group());
        }
      }
    }
    assertThat(trespasses).isEmpty();
  }

  @Test
  void every_table_has_an_owner() {
    Set<String> tables = new TreeSet<>();
    for (Path migration : files(MIGRATIONS, ".sql")) {
      Matcher table = MADE_OR_GONE.matcher(text(migration));
      while (table.find()) {
        if (table.group(1).equals("CREATE")) {
          tables.add(table.group(2));
        } else {
          tables.remove(table.group(2));
        }
      }
    }
    assertThat(OWNERS.keySet()).containsExactlyInAnyOrderElementsOf(tables);
  }

  private static List<Path> sources() {
    return files(SOURCES, ".java");
  }

  private static String packageOf(Path file) {
    return SOURCES.relativize(file.getParent()).toString().replace('/', '.');
  }

  private static long lines(Path file) {
    return text(file).lines().count();
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
