package disclosure.acceptance.deployment;

import static disclosure.acceptance.deployment.Repository.matches;
import static disclosure.acceptance.deployment.Repository.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documentation says about security requirements is about something that is there. */
class SecurityRequirementsTest {

  private static final String PAGE = "deploy/docs/security-requirements.md";
  private static final String ITEMS =
      "deploy/acceptance/src/test/resources/asvs-5.0.0-levels-1-and-2.txt";

  /** Names of headers, attributes and classes of Java, which look like classes of ours. */
  private static final Set<String> OTHERS =
      Set.of("Forwarded", "HttpOnly", "SameSite", "Secure", "SecureRandom");

  private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*");

  /** A row of a table, without its heading. */
  private record Row(List<String> cells) {

    String state() {
      return cells.get(cells.size() - 2);
    }

    String how() {
      return cells.get(cells.size() - 1);
    }
  }

  @Test
  void each_item_of_the_levels_is_answered_once_and_in_its_place() {
    List<String> items = text(ITEMS).lines().toList();
    List<String> answered = new ArrayList<>();
    for (Row row : rows()) {
      if (Character.isDigit(row.cells().get(0).charAt(0))) {
        for (String part : row.cells().get(0).split(", ")) {
          String[] range = part.split("–");
          int first = items.indexOf(range[0]);
          int last = items.indexOf(range[range.length - 1]);
          assertThat(first).as(part).isNotNegative();
          answered.addAll(items.subList(first, last + 1));
        }
      }
    }
    assertThat(answered).containsExactlyInAnyOrderElementsOf(items);
  }

  @Test
  void whatever_is_not_the_product_s_or_not_met_says_why() {
    assertThat(rows())
        .hasSizeGreaterThan(150)
        .allSatisfy(
            row -> {
              assertThat(row.state()).isIn("met", "site", "not met", "none");
              assertThat(row.how()).hasSizeGreaterThan(5);
            });
  }

  @Test
  void every_class_and_file_that_is_named_exists() {
    Set<String> classes =
        Repository.files(".java")
            .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - 5))
            .collect(Collectors.toSet());
    List<String> names = matches("`([^`]+)`", text(PAGE)).map(match -> match.group(1)).toList();
    assertThat(names)
        .filteredOn(name -> CLASS.matcher(name).matches() && !OTHERS.contains(name))
        .hasSizeGreaterThan(200)
        .isSubsetOf(classes);
    assertThat(names)
        .filteredOn(name -> name.startsWith(".github/") || name.startsWith("deploy/"))
        .allSatisfy(file -> assertThat(Repository.path(file)).exists());
  }

  @Test
  void what_is_met_names_a_test_or_what_makes_it_so() {
    assertThat(rows())
        .filteredOn(row -> row.state().equals("met") && row.how().contains("IT`"))
        .hasSizeGreaterThan(60);
  }

  private static List<Row> rows() {
    return text(PAGE)
        .lines()
        .filter(line -> line.startsWith("| ") && !line.contains("| state |"))
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .map(cells -> new Row(cells.subList(1, cells.size())))
        .toList();
  }
}
