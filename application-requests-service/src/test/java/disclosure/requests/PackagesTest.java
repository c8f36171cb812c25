package disclosure.requests;

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

/** What the packages of the register hold: not too much, and no table of another one. */
class PackagesTest {

  private static final Path SOURCES = Path.of("src/main/java/disclosure/requests");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final int MAX_LINES = 2_000;

  /** Which package a table belongs to: no other one names it, but for those below. */
  private static final Map<String, String> OWNERS =
      Map.ofEntries(
          entry("application", "store"),
          entry("application_step", "store"),
          entry("application_idempotency", "registration"),
          entry("step_intake", "steps"),
          entry("audit_block", "audit"),
          entry("audit_entry", "audit"),
          entry("calendar_day", "deadline"),
          entry("calendar_year", "deadline"),
          entry("clock_revision", "deadline"),
          entry("dispute", "dispute"),
          entry("job", "job"),
          entry("job_piece", "job"),
          entry("ledger_import", "ledger"),
          entry("ledger_part", "ledger"),
          entry("ledger_refusal", "ledger"),
          entry("organ", "organ"),
          entry("organ_term", "organ"),
          entry("organ_version", "organ"),
          entry("outbox", "outbox"),
          entry("outbox_lease", "outbox"),
          entry("outbox_parked", "outbox"),
          entry("outbox_waiting", "outbox"),
          entry("reencryption", "privacy"),
          entry("republication", "outbox"));

  /** Who reads tables of others, and never writes them. */
  private static final Map<String, Set<String>> READERS =
      Map.of(
          // Lists and searches are one statement over applications and the names of their organs.
          "search", Set.of("application", "organ"),
          // The recount shares nothing with what it checks but the tables.
          "tally", Set.of("application", "application_step", "organ"),
          // What lies below an organ decides whose records a statement may see or publish.
          "security", Set.of("organ"),
          "outbox", Set.of("organ"));

  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(FROM|JOIN|USING|INTO|UPDATE|DELETE FROM|LOCK TABLE|TRUNCATE)\\s+(?:ONLY\\s+)?"
              + "(?:requests\\.)?([a-z_]+)\\b");

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
                || isIn(READERS, packageOf(file), named.group(2))
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

  private static boolean isIn(Map<String, Set<String>> map, String name, String table) {
    return map.getOrDefault(name, Set.of()).contains(table);
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
