package disclosure.requests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"11100000000013338W", "111411240123456713", "12620600MB0523338C"})
  void a_code_with_its_check_character_is_accepted(String code) {
    assertThat(new OrganCode(code).value()).isEqualTo(code);
    assertThat(OrganCode.isValid(code)).isTrue();
  }

  @Test
  void the_check_character_of_a_published_example_is_completed() {
    assertThat(OrganCode.checkCharacter("91350100M000100Y4")).isEqualTo('3');
  }

  @Test
  void a_remainder_of_zero_gives_the_check_character_zero() {
    assertThat(OrganCode.checkCharacter("00000000000000000")).isEqualTo('0');
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "11141124012345671",
        "1114112401234567130",
        "111411240123456714",
        "11141124012345671I",
        "12620600mb0523338C",
        " 11411240123456713",
        "１11411240123456713"
      })
  void anything_else_is_refused(String text) {
    assertThat(OrganCode.isValid(text)).isFalse();
    assertThatThrownBy(() -> new OrganCode(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_refusal_does_not_repeat_the_text() {
    assertThatThrownBy(() -> new OrganCode("111411240123456714"))
        .hasMessageNotContaining("111411240123456714");
  }

  @Test
  void codes_are_ordered_as_text() {
    assertThat(new OrganCode("111411240123456713"))
        .isLessThan(new OrganCode("12620600MB0523338C"))
        .hasToString("111411240123456713");
  }
}
