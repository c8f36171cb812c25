package disclosure.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What decision 0029 says of the migrations of all three services. */
class LandedMigrationsTest {

  private static final String LIST = "deploy/acceptance/src/test/resources/landed-migrations.txt";
  private static final String RELEASED = "# ----";

  /** What a release that runs beside this one may not live without, or with. */
  private static final Pattern CONTRACTION =
      Pattern.compile(
          "\\bDROP\\s+(TABLE|COLUMN|VIEW|FUNCTION|SCHEMA|TYPE)\\b|\\bRENAME\\b|\\bREVOKE\\b"
              + "|\\bALTER\\s+COLUMN\\s+\\w+\\s+(SET\\s+DATA\\s+)?TYPE\\b|\\bSET\\s+NOT\\s+NULL\\b"
              + "|\\bADD\\s+COLUMN\\s+(?![^,;]*\\bDEFAULT\\b)[^,;]*\\bNOT\\s+NULL\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> GROWING =
      Set.of(
          "application",
          "application_step",
          "application_receipt_before",
          "audit_entry",
          "dispute",
          "dispute_step",
          "outbox",
          "application_state",
          "application_history",
          "dispute_state",
          "dispute_history",
          "daily_count");

  private static final Pattern INDEX =
      Pattern.compile(
          "\\bCREATE\\s+(?:UNIQUE\\s+)?INDEX\\s+(?:CONCURRENTLY\\s+)?(IF\\s+NOT\\s+EXISTS\\s+)?"
              + "(?!(?:CONCURRENTLY|IF)\\b)(\\w+)"
              + "\\s+ON\\s+(?:ONLY\\s+)?(?:\\w+\\.)?(\\w+)([^;]*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NEW_COLUMN =
      Pattern.compile(
          "\\bADD\\s+COLUMN\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(\\w+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("\\w+");

  /** The last one that landed without an index that could have been made beforehand. */
  private static final String LAST_THAT_STOPS_WRITES = "V202611301610";

  @Test
  void no_migration_that_has_landed_changes_or_disappears_and_each_new_one_is_listed() {
    assertThat(present())
        .as(
            "a landed migration never changes: undo that, and add another; list a new one in "
                + LIST)
        .isEqualTo(landed(lines().stream()));
  }

  @Test
  void what_came_after_the_release_before_only_expands_or_says_why_nobody_minds() {
    landed(lines().stream().dropWhile(line -> !line.startsWith(RELEASED)))
        .keySet()
        .forEach(
            path -> {
              String text = Repository.text(path);
              if (!text.contains("-- Contracts: ")) {
                assertThat(statements(path))
                    .as(path + " takes from the release before what it uses")
                    .doesNotContainPattern(CONTRACTION);
              }
            });
  }

  /** It is made beforehand, or operators are told what stands still while it is made. */
  @Test
  void an_index_over_a_table_that_grows_is_named_for_operators_and_can_be_made_beforehand() {
    Set<String> released =
        landed(lines().stream().takeWhile(line -> !line.startsWith(RELEASED))).keySet().stream()
            .flatMap(path -> indexes(path).map(index -> index.name()))
            .collect(Collectors.toSet());
    Set<String> since =
        landed(lines().stream().dropWhile(line -> !line.startsWith(RELEASED))).keySet();
    Set<String> newColumns =
        since.stream()
            .flatMap(path -> NEW_COLUMN.matcher(statements(path)).results())
            .map(column -> column.group(1))
            .collect(Collectors.toSet());
    String upgrade = Repository.text("deploy/docs/operations.md");
    for (String path : since) {
      String version = path.replaceFirst(".*/", "").replaceFirst("__.*", "");
      indexes(path)
          .filter(index -> GROWING.contains(index.table()))
          .filter(index -> !released.contains(index.name()))
          .filter(index -> !makes(path, index.table()))
          .forEach(
              index -> {
                assertThat(upgrade)
                    .as("operations.md names " + path + " for its " + index.name())
                    .contains("`" + version + "`");
                if (version.compareTo(LAST_THAT_STOPS_WRITES) > 0) {
                  assertThat(index.passes())
                      .as(path + " passes over an index that is there")
                      .isTrue();
                  assertThat(WORD.matcher(index.columns()).results())
                      .extracting(MatchResult::group)
                      .as(path + " is over columns of the release before")
                      .doesNotContainAnyElementsOf(newColumns);
                }
              });
    }
  }

  /**
   * An index that a migration makes.
   *
   * @param passes whether it passes over one that is there
   * @param columns the rest of its statement
   */
  private record Index(boolean passes, String name, String table, String columns) {}

  @Test
  void an_index_and_a_column_are_seen_in_whatever_way_they_are_written() {
    for (String table : new String[] {"dispute", "requests.dispute", "ONLY dispute"}) {
      for (String way : new String[] {"", "CONCURRENTLY ", "CONCURRENTLY IF NOT EXISTS "}) {
        assertThat(indexesIn("CREATE INDEX " + way + "by_day ON " + table + " (accepted_on);"))
            .containsExactly(
                new Index(way.endsWith("EXISTS "), "by_day", "dispute", " (accepted_on)"));
      }
    }
    assertThat(NEW_COLUMN.matcher("ADD COLUMN IF NOT EXISTS court text").results())
        .extracting(found -> found.group(1))
        .containsExactly("court");
  }

  private static Stream<Index> indexes(String path) {
    return indexesIn(statements(path));
  }

  private static Stream<Index> indexesIn(String statements) {
    return INDEX
        .matcher(statements)
        .results()
        .map(
            found ->
                new Index(found.group(1) != null, found.group(2), found.group(3), found.group(4)));
  }

  private static boolean makes(String path, String table) {
    return Pattern.compile("\\bCREATE\\s+TABLE\\s+" + table + "\\b", Pattern.CASE_INSENSITIVE)
        .matcher(statements(path))
        .find();
  }

  /** The text without comments. */
  private static String statements(String path) {
    return Repository.text(path)
        .lines()
        .filter(line -> !line.strip().startsWith("--"))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> lines() {
    return Repository.text(LIST).lines().toList();
  }

  private static Map<String, String> landed(Stream<String> lines) {
    return lines
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\\s+", 2))
        .collect(Collectors.toMap(line -> line[1], line -> line[0]));
  }

  private static Map<String, String> present() {
    Map<String, String> present = new TreeMap<>();
    for (Service service : Service.values()) {
      Path migrations = Repository.path(service.folder() + "/src/main/resources/db/migration");
      try (Stream<Path> files = Files.list(migrations)) {
        files.forEach(
            file -> present.put(Repository.path("").relativize(file).toString(), digest(file)));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return present;
  }

  private static String digest(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
