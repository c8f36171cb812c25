package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The types of problems that the services answer with stand in the list, and on the page that shows
 * it.
 */
class ProblemsTest {

  private static final Pattern TYPE =
      Pattern.compile(
          "(?:new Refusal\\(\\s*\\d{3},|Refusal\\.conflict\\(|entry\\(\\s*\\d{3},)"
              + "\\s*\"([a-z-]+)\",\\s*(?:new Text\\()?\\s*\"([^\"]+)\"");

  private static final List<String> SERVICES =
      List.of(
          "application-requests-service/edge",
          "application-requests-service",
          "statistics-service",
          "report-service");

  private static final Pattern PROVOKED = Pattern.compile("([a-z0-9-]+) (\\w+)\\.(\\w+)");

  private static final Pattern CODES =
      Pattern.compile("enum \\w+ implements FaultCode|public enum BrokenRule");

  /** A constant, and its words in Chinese, behind the name of a field where there is one. */
  private static final Pattern CONSTANT =
      Pattern.compile("(?m)^  ([A-Z][A-Z0-9_]+)\\(\\s*(?:\"\\w+\",\\s*)?\"([^\"]+)\",");

  @Test
  void the_list_has_every_type_of_problem_with_its_title_and_no_other() {
    Map<String, String> listed = new TreeMap<>();
    matches("(?m)^\\| `([a-z-]+)` \\| \\d{3} \\| (.*?) · ", text("deploy/docs/problems.md"))
        .forEach(row -> listed.put(row.group(1), row.group(2)));

    assertThat(listed).isEqualTo(answered());
  }

  /** However it is made, a type that a service was seen to answer with is found above. */
  @Test
  void no_test_of_a_service_expects_another_type() {
    Map<String, String> answered = answered();
    assertThat(
            Repository.files(".java")
                .filter(file -> file.contains("/src/test/java/"))
                .flatMap(
                    file ->
                        matches("equalTo\\(\"/problems/([a-z-]+)\"\\)", text(file))
                            .map(type -> type.group(1)))
                .distinct())
        .isNotEmpty()
        .allSatisfy(type -> assertThat(answered).containsKey(type));
  }

  @Test
  void the_page_at_a_type_has_it_too() {
    Map<String, String> shown = new TreeMap<>();
    matches(
            "<dt id=\"([a-z-]+)\"><code>[a-z-]+</code> \\d{3} (.*?) <span",
            text(
                "application-requests-service/edge/src/main/resources/META-INF/resources/problems/"
                    + "index.html"))
        .forEach(row -> shown.put(row.group(1), row.group(2)));

    assertThat(shown).isEqualTo(answered());
  }

  @Test
  void the_list_has_every_code_with_its_words_and_no_other() {
    Map<String, String> listed = new TreeMap<>();
    matches("(?m)^\\| `([a-z0-9-]+)` \\| [a-z, ]+ \\| (.*?) · ", text("deploy/docs/problems.md"))
        .forEach(row -> listed.put(row.group(1), row.group(2)));

    assertThat(listed).isEqualTo(codes());
  }

  @Test
  void the_page_of_the_problems_has_every_code_too() {
    Map<String, String> shown = new TreeMap<>();
    matches(
            "<dt id=\"code-([a-z0-9-]+)\"><code>[a-z0-9-]+</code> (.*?)</dt>",
            text(
                "application-requests-service/edge/src/main/resources/META-INF/resources/problems/"
                    + "index.html"))
        .forEach(row -> shown.put(row.group(1), row.group(2)));

    assertThat(shown).isEqualTo(codes());
  }

  @Test
  void no_code_stands_for_two_things() {
    List<String> codes =
        constants().map(constant -> constant.group(1)).map(ProblemsTest::word).toList();

    assertThat(codes).hasSizeGreaterThan(200).doesNotHaveDuplicates();
  }

  /** A code that no request can provoke, since something else refuses first, names a plain test. */
  @Test
  void every_code_names_a_test_that_provokes_it() {
    Set<String> named = new TreeSet<>();
    for (String service : SERVICES) {
      Map<String, String> tests = tests(service);
      text(service + "/src/test/resources/provoked-codes.txt")
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                Matcher entry = PROVOKED.matcher(line);
                assertThat(entry.matches()).as(line).isTrue();
                assertThat(tests).as(line).containsKey(entry.group(2));
                String source = text(tests.get(entry.group(2)));
                assertThat(source).as(line).contains(" void " + entry.group(3) + "(");
                if (!entry.group(2).endsWith("IT")) {
                  String constant = entry.group(1).toUpperCase(Locale.ROOT).replace('-', '_');
                  assertThat(source).as(line).contains(constant);
                }
                named.add(entry.group(1));
              });
    }
    assertThat(named).isEqualTo(codes().keySet());
  }

  /** The test, or what several tests share, says by its word what it gets. */
  @Test
  void every_type_names_a_test_that_provokes_it() {
    Set<String> named = new TreeSet<>();
    text("deploy/acceptance/src/test/resources/provoked-types.txt")
        .lines()
        .forEach(
            line -> {
              Matcher entry = PROVOKED.matcher(line);
              assertThat(entry.matches()).as(line).isTrue();
              assertThat(Repository.files(entry.group(2) + ".java").map(Repository::text))
                  .as(line)
                  .anySatisfy(
                      source ->
                          assertThat(source)
                              .contains(" void " + entry.group(3) + "(")
                              .containsPattern("[/\"]" + entry.group(1) + "[\"?]"));
              named.add(entry.group(1));
            });
    assertThat(named).isEqualTo(answered().keySet());
  }

  /** The test classes of a service by their names. */
  private static Map<String, String> tests(String service) {
    return Repository.files(".java")
        .filter(file -> file.startsWith(service + "/src/test/java/"))
        .collect(
            Collectors.toMap(
                file -> file.substring(file.lastIndexOf('/') + 1, file.length() - 5),
                file -> file,
                (one, other) -> one));
  }

  /** The codes of the enums, and that of what has only one. */
  private static Map<String, String> codes() {
    Map<String, String> codes = new TreeMap<>();
    constants().forEach(constant -> codes.put(word(constant.group(1)), words(constant.group(2))));
    codes.put("check-fails", "（所未通过的校核）");
    return codes;
  }

  private static Stream<MatchResult> constants() {
    return Repository.files(".java")
        .filter(file -> file.contains("/src/main/java/"))
        .filter(file -> CODES.matcher(text(file)).find())
        .flatMap(file -> CONSTANT.matcher(text(file)).results());
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words of a clerk, with the places of values. */
  private static String words(String sentence) {
    return sentence.replaceAll("\\{\\w+}|%(\\d\\$)?s", "…");
  }

  private static Map<String, String> answered() {
    Map<String, String> types = new TreeMap<>();
    Repository.files(".java")
        .filter(file -> file.contains("/src/main/java/"))
        .flatMap(file -> TYPE.matcher(text(file)).results())
        .forEach(type -> types.put(type.group(1), type.group(2)));
    return types;
  }
}
