package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

  @Test
  void the_list_has_every_type_of_problem_with_its_title_and_no_other() {
    Map<String, String> listed = new TreeMap<>();
    matches("(?m)^\\| `([a-z-]+)` \\| \\d{3} \\| (.*?) · ", text("deploy/docs/problems.md"))
        .forEach(row -> listed.put(row.group(1), row.group(2)));

    assertThat(listed).isEqualTo(answered());
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

  private static Map<String, String> answered() {
    Map<String, String> types = new TreeMap<>();
    Repository.files(".java")
        .filter(file -> file.contains("/src/main/java/"))
        .flatMap(file -> TYPE.matcher(text(file)).results())
        .forEach(type -> types.put(type.group(1), type.group(2)));
    return types;
  }
}
