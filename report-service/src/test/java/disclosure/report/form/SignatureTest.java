package disclosure.report.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final String DATE = "2025年1月20日";

  @Test
  void the_name_is_centred_over_a_date_four_characters_from_the_edge() {
    // Nine characters over six and a half.
    assertThat(Signature.of("临县人民政府办公室", DATE)).isEqualTo(new Signature(2.75, 4));
    assertThat(Signature.of("临县", DATE)).isEqualTo(new Signature(6.25, 4));
  }

  @Test
  void a_name_too_long_for_that_ends_at_the_edge_with_the_date_in_its_middle() {
    assertThat(Signature.of("某".repeat(18) + "局", DATE)).isEqualTo(new Signature(0, 6.25));
  }

  @Test
  void without_a_date_the_name_has_room_as_if_there_were_one() {
    assertThat(Signature.of("临县", "").name()).isEqualTo(3);
  }
}
