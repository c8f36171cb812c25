package disclosure.requests.page.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtsTest {

  @ParameterizedTest
  @ValueSource(strings = {"1383580", "138358012345", "12345"})
  void a_telephone_that_can_not_be_called_is_in_doubt(String contact) {
    assertThat(Doubts.of(Optional.of(contact), Optional.empty())).containsExactly("contact");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13835801234",
        "+86 138-3580-1234",
        "0358-4422334",
        "4422334",
        "a@b.cn",
        "临县城关镇1号",
        "4008001234"
      })
  void what_may_be_right_is_not(String contact) {
    assertThat(Doubts.of(Optional.of(contact), Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "110105194912310029", "1101051949123100"})
  void a_number_of_no_card_is_in_doubt(String number) {
    assertThat(Doubts.of(Optional.empty(), Optional.of(number))).containsExactly("identityNumber");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"11010519491231002X", "11010519491231002x", "110105491231002", "E12345678"})
  void a_number_of_a_card_or_of_another_paper_is_not(String number) {
    assertThat(Doubts.of(Optional.empty(), Optional.of(number))).isEmpty();
  }
}
