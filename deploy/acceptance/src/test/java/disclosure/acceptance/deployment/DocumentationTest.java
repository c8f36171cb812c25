package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.OrganCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the repository. */
class DocumentationTest {

  private static final String DELIBERATELY_WRONG = "11141124000000099X";

  static Stream<String> pages() {
    return Repository.files(".md").filter(page -> !page.contains("src/"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_leads_to_a_file_and_a_heading_that_exist(String page) {
    matches("\\]\\(([^)\\s]+)\\)", text(page))
        .map(match -> match.group(1))
        .filter(link -> !link.startsWith("https://"))
        .forEach(link -> leadsSomewhere(page, link));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void organ_codes_in_it_are_valid(String page) {
    assertThat(matches("\\b(\\d{16}[0-9A-Z]{2})\\b", text(page)).map(match -> match.group(1)))
        .filteredOn(code -> !code.equals(DELIBERATELY_WRONG))
        .allMatch(OrganCode::isValid);
    assertThat(OrganCode.isValid(DELIBERATELY_WRONG)).isFalse();
  }

  @Test
  void decisions_are_numbered_without_a_gap_say_what_they_cost_and_are_in_the_index() {
    String[] names =
        Repository.files(".md")
            .filter(page -> page.startsWith("deploy/decisions/0"))
            .map(page -> page.substring("deploy/decisions/".length()))
            .sorted()
            .toArray(String[]::new);
    for (int i = 0; i < names.length; i++) {
      assertThat(names[i]).matches(String.format(Locale.ROOT, "%04d-[a-z0-9-]+\\.md", i + 1));
    }
    assertThat(Arrays.stream(names).map(name -> text("deploy/decisions/" + name)))
        .allSatisfy(
            decision ->
                assertThat(decision)
                    .contains(
                        "**Context.**",
                        "**Choice.**",
                        "**What it costs.**",
                        "**When to look again.**"));
    assertThat(
            matches("^- \\[(.*)]\\((.*)\\)$", text("deploy/decisions/README.md"))
                .map(entry -> "# " + entry.group(1) + " in " + entry.group(2)))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(names)
                .map(name -> title("deploy/decisions/" + name) + " in " + name)
                .toList());
  }

  private static String title(String page) {
    return text(page).lines().findFirst().orElseThrow();
  }

  private static void leadsSomewhere(String page, String link) {
    String[] parts = link.split("#", 2);
    Path folder = Path.of(page).resolveSibling("");
    String target = parts[0].isEmpty() ? page : folder.resolve(parts[0]).normalize().toString();
    assertThat(Repository.path(target)).as("%s in %s", link, page).exists();
    if (parts.length == 2) {
      assertThat(anchors(target)).as("%s in %s", link, page).contains(parts[1]);
    }
  }

  /** As GitHub makes them of headings. */
  private static Set<String> anchors(String page) {
    return matches("^#+ (.*)$", text(page))
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
