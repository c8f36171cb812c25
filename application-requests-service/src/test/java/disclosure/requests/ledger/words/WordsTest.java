package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  @ValueSource(strings = {"\"", "(", "（", "'", ",", "\t", "a"})
  void the_time_for_a_cell_grows_with_its_length_and_no_faster(String repeated) {
    assertTimeoutPreemptively(TIMEOUT, () -> Words.plain("a" + repeated.repeat(900_000)));
  }
}
