package disclosure.edge.testing.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all pages share is said in both languages. */
class LookWordingTest {

  private static final WordingRules LOOK =
      new WordingRules(
          Path.of("../edge-look"),
          Set.of("disclosure/edge/look"),
          Set.of(),
          Map.of(
              "ChineseNumerals.java", "numerals that are read",
              "WrittenDay.java", "days that are read, and what is said of them in problems",
              "yyyy年M月d日", "a pattern of days in Chinese",
              "yyyy年M月d日 HH:mm:ss", "the same with the time",
              "中文", "those who speak it call it so"));

  @Test
  void the_texts_of_all_pages_are_in_the_catalogue_and_nothing_else_is() {
    assertThat(LOOK.missing()).isEmpty();
    assertThat(LOOK.unused()).isEmpty();
    assertThat(LOOK.unlike()).isEmpty();
    assertThat(LOOK.bare()).isEmpty();
    assertThat(LOOK.keptForNothing()).isEmpty();
    assertThat(LOOK.disorder()).isEmpty();
  }
}
