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
import java.util.TreeMap;
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
                assertThat(
                        text.lines()
                            .filter(line -> !line.strip().startsWith("--"))
                            .collect(Collectors.joining("\n")))
                    .as(path + " takes from the release before what it uses")
                    .doesNotContainPattern(CONTRACTION);
              }
            });
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
