package disclosure.statistics.page.wording;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.Scope;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class WordsTest {

  private static final String REGION = "本行政区域（含所有下级机关）";
  private static final String ALL_BELOW = "本机关和所有下级机关";

  @ParameterizedTest
  @EnumSource(names = {"GOVERNMENT", "TOWNSHIP"})
  void what_is_below_who_has_a_region_is_its_region(OrganKind kind) {
    assertThat(Words.of(Scope.SUBTREE, Optional.of(kind))).isEqualTo(REGION);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"GOVERNMENT", "TOWNSHIP"},
      mode = Mode.EXCLUDE)
  void a_department_has_none(OrganKind kind) {
    assertThat(Words.of(Scope.SUBTREE, Optional.of(kind))).isEqualTo(ALL_BELOW);
  }

  @Test
  void of_an_organ_that_is_not_known_no_more_is_said() {
    assertThat(Words.of(Scope.SUBTREE, Optional.empty())).isEqualTo(ALL_BELOW);
    assertThat(Words.of(Scope.OWN, Optional.empty())).isEqualTo("本机关");
  }
}
