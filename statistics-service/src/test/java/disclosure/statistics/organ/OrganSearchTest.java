package disclosure.statistics.organ;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.OrganKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganSearchTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final String CODE = "11141124012345671R";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "自然资源局",
        "临县自然资源局",
        "临县 自然资源局",
        "自然　资源",
        "临县\u200B自然",
        "11141124",
        "１１１４１１２４",
        "11141124012345671r"
      })
  void one_is_found_however_the_words_are_written(String words) {
    assertThat(OrganSearch.find(tree(), words, DAY)).extracting(Organ::code).containsExactly(CODE);
  }

  @Test
  void what_is_not_in_name_or_code_is_not_found_and_nothing_finds_nothing() {
    for (String words : new String[] {"财政局", "2345671R", "\u200B", " "}) {
      assertThat(OrganSearch.find(tree(), words, DAY)).isEmpty();
    }
  }

  private static OrganTree tree() {
    return new OrganTree(List.of(organ(CODE, "临县自然资源局"), organ("12141124012345671R", "临县财务中心")));
  }

  private static Organ organ(String code, String name) {
    return new Organ(
        code,
        name,
        OrganKind.DEPARTMENT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
