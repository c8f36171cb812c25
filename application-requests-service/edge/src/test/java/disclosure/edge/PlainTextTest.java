package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"\u200B", "\uFEFF", "\u00AD", "\u202E", "\u2028", "\u2029", "\uFFFF", "\uFDD0"})
  void what_cannot_be_seen_is_refused_everywhere(String invisible) {
    assertThat(PlainText.ONE_LINE.of("某" + invisible + "县")).isEmpty();
    assertThat(PlainText.LINES.of("某" + invisible + "县")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u001B", "\u007F", "\u0085", "\uD800"})
  void controls_and_halves_of_pairs_are_refused_everywhere(String control) {
    assertThat(PlainText.ONE_LINE.of("某" + control + "县")).isEmpty();
    assertThat(PlainText.LINES.of("某" + control + "县")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\t"})
  void lines_are_broken_only_where_they_may_be(String layout) {
    assertThat(PlainText.ONE_LINE.of("某" + layout + "县")).isEmpty();
    assertThat(PlainText.LINES.of("某" + layout + "县")).contains("某" + layout + "县");
  }

  @ParameterizedTest
  @EnumSource
  void radicals_become_the_characters_that_they_look_like(PlainText text) {
    assertThat(text.of("\u2F08\u6C11")).contains("人民");
  }

  @ParameterizedTest
  @EnumSource
  void text_is_composed_and_without_blanks_around(PlainText text) {
    assertThat(text.of(" \u3000e\u0301 ")).contains("\u00e9");
  }

  @Test
  void characters_beyond_the_first_plane_stay() {
    assertThat(PlainText.ONE_LINE.of("\uD842\uDFB7")).contains("\uD842\uDFB7");
  }
}
