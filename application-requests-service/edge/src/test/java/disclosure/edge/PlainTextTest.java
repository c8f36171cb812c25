package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.Radicals;
import java.text.Normalizer;
import java.util.stream.IntStream;
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
    assertThat(text.of("\u2F08\u2EA0")).contains("人民");
  }

  @ParameterizedTest
  @EnumSource
  void text_is_composed_and_without_blanks_around(PlainText text) {
    assertThat(text.of(" \u3000e\u0301 ")).contains("\u00e9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u034F", "\u115F", "\u3164", "\uFFA0", "\u2800", "\u180B"})
  void letters_that_nobody_sees_are_refused(String blank) {
    assertThat(PlainText.ONE_LINE.of("R-1" + blank + "2")).isEmpty();
    assertThat(PlainText.LINES.of("R-1" + blank + "2")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\u2003", "\u202F", "\u205F", " "})
  void blanks_of_other_widths_are_one_blank(String blank) {
    assertThat(PlainText.ONE_LINE.of("R-1" + blank + "2")).contains("R-1 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFE0F", "\uDB40\uDD00"})
  void another_look_of_a_character_is_no_other_character(String selector) {
    assertThat(PlainText.ONE_LINE.of("葛" + selector + "某")).contains("葛某");
  }

  @Test
  void the_blank_of_a_paragraph_stays() {
    assertThat(PlainText.LINES.of("甲\n\u3000\u3000乙")).contains("甲\n\u3000\u3000乙");
  }

  @Test
  void characters_beyond_the_first_plane_stay() {
    assertThat(PlainText.ONE_LINE.of("\uD842\uDFB7")).contains("\uD842\uDFB7");
  }

  @Test
  void what_is_taken_by_the_short_way_would_be_the_same_by_the_long_one() {
    StringBuilder all = new StringBuilder();
    IntStream.rangeClosed(0, Character.MAX_VALUE)
        .filter(character -> PlainText.isStoredSo((char) character))
        .forEach(
            character -> {
              assertThat(PlainText.isInvisible(character)).isFalse();
              assertThat(Character.getType(character) == Character.SPACE_SEPARATOR)
                  .isEqualTo(character == ' ');
              all.append((char) character);
            });
    assertThat(all.length()).isGreaterThan(21_000);
    String turned = new StringBuilder(all).reverse().toString();
    for (String text : new String[] {all.toString(), turned}) {
      assertThat(Radicals.unified(text)).isEqualTo(text);
      assertThat(Normalizer.normalize(text, Normalizer.Form.NFC)).isEqualTo(text);
    }
    assertThat(PlainText.ONE_LINE.of("  某县（二〇二六）R-1　 ")).contains("某县（二〇二六）R-1");
  }
}
