package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import disclosure.requests.contract.Channel;
import disclosure.requests.contract.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @Test
  void what_stands_in_brackets_and_numbers_before_are_left_out() {
    assertThat(Words.plain("（一）予以公开")).isEqualTo("予以公开");
    assertThat(Words.plain("1.予以公开（全部）")).isEqualTo("予以公开");
    assertThat(Words.plain("予以公开（全部")).isEqualTo("予以公开(全部");
  }

  @ParameterizedTest
  @CsvSource({"POST, 来信", "POST, 来函", "POST, 寄送", "POST, 顺丰", "IN_PERSON, 口头"})
  void channels_are_understood_in_the_words_of_offices(Channel channel, String word) {
    assertThat(Words.channel(word)).contains(channel);
  }

  @ParameterizedTest
  @ValueSource(strings = {"没有该信息", "非本机关公开"})
  void what_an_office_has_not_is_understood_in_its_words(String word) {
    assertThat(Words.outcome(word)).contains(Outcome.NOT_HELD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "(", "（", "'", ",", "\t", "a"})
  void the_time_for_a_cell_grows_with_its_length_and_no_faster(String repeated) {
    assertTimeoutPreemptively(TIMEOUT, () -> Words.plain("a" + repeated.repeat(900_000)));
  }
}
