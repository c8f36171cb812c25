package disclosure.requests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OrganCodeProperties {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  @Provide
  Arbitrary<String> first17() {
    return Arbitraries.strings().withChars(ALPHABET).ofLength(17);
  }

  @Provide
  Arbitrary<Character> character() {
    return Arbitraries.chars().with(ALPHABET);
  }

  @Property
  void one_check_character_fits_and_no_other(@ForAll("first17") String first17) {
    char fitting = OrganCode.checkCharacter(first17);

    for (char check : ALPHABET.toCharArray()) {
      assertThat(OrganCode.isValid(first17 + check)).isEqualTo(check == fitting);
    }
  }

  @Property
  void one_wrong_character_is_found(
      @ForAll("first17") String first17,
      @ForAll @IntRange(max = 17) int position,
      @ForAll("character") char other) {
    String code = first17 + OrganCode.checkCharacter(first17);
    Assume.that(code.charAt(position) != other);

    assertThat(OrganCode.isValid(replaced(code, position, other))).isFalse();
  }

  @Property
  void two_neighbours_exchanged_are_found(
      @ForAll("first17") String first17, @ForAll @IntRange(max = 15) int position) {
    String code = first17 + OrganCode.checkCharacter(first17);
    char left = code.charAt(position);
    char right = code.charAt(position + 1);
    Assume.that(left != right);

    String exchanged = replaced(replaced(code, position, right), position + 1, left);
    assertThat(OrganCode.isValid(exchanged)).isFalse();
  }

  private static String replaced(String code, int position, char character) {
    return code.substring(0, position) + character + code.substring(position + 1);
  }
}
