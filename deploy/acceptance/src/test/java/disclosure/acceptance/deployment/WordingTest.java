package disclosure.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the pages of one service call in English, those of the others call alike. */
class WordingTest {

  private static final String CATALOGUE = "src/main/resources/wording/en.json";

  /** What one word of Chinese says in two places. */
  private static final Map<String, String> APART =
      Map.of(
          "%s至%s", "days that follow each other; a time and its last day",
          "收到日期", "a column in a chart's table; one of the worklist, which is narrow",
          "文件", "a notice of the country's; what is uploaded",
          "范围", "one scope of a chart's table; that of a report",
          "问题", "what a row can't be imported for; what an examination finds");

  @Test
  void one_thing_has_one_name_in_all_services() {
    Map<String, Set<String>> names = new TreeMap<>();
    Repository.files(CATALOGUE)
        .map(Repository::yaml)
        .map(Repository::texts)
        .forEach(
            catalogue ->
                catalogue.forEach(
                    (chinese, english) ->
                        names.computeIfAbsent(chinese, key -> new TreeSet<>()).add(english)));

    assertThat(names).hasSizeGreaterThan(1_000);
    names.values().removeIf(english -> english.size() == 1);
    assertThat(names.keySet())
        .as("names of one thing: %s", names)
        .containsExactlyInAnyOrderElementsOf(APART.keySet());
  }
}
