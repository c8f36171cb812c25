package disclosure.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingTest {

  @ParameterizedTest
  @CsvSource({
    "晋政依申〔2024〕12—3号, 晋政依申[2024]12-3号",
    "晋政依申〔２０２４〕１２－３号, 晋政依申（2024）12–3号",
    "ysq 2024 001, YSQ2024001",
    "2024‐001, 2024−001",
    "买买提·艾力, 买买提•艾力",
    "买买提・艾力, 买买提‧艾力",
    "王　小明, 王小明",
    "李⺠, 李民",
    "⻓治市⻔头沟, 长治市门头沟",
    "⼈⺠, 人民",
  })
  void one_number_has_one_writing(String one, String other) {
    assertThat(Writing.of(one)).isEqualTo(Writing.of(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2024-1-1, 2024-11", "一, -", "2024001, 202401", "(1), 1"})
  void what_is_another_number_stays_another(String one, String other) {
    assertThat(Writing.of(one)).isNotEqualTo(Writing.of(other));
  }

  @Test
  void what_cannot_be_seen_does_not_count() {
    for (int unseen :
        new int[] {0x200B, 0x200D, 0xFEFF, 0xAD, 0x3000, 0xA0, 0x3164, 0xFE0F, 0x2060, 0x202E, 9}) {
      assertThat(Writing.of("2024" + Character.toString(unseen) + "-1"))
          .as(Integer.toHexString(unseen))
          .isEqualTo("2024-1");
    }
  }

  @Test
  void what_is_folded_folds_to_itself() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      String folded = Writing.of("a" + Character.toString(character) + "b");
      assertThat(Writing.of(folded)).isEqualTo(folded);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "+86 138-0013-8000, 13800138000",
    "008613800138000, 13800138000",
    "（0358）442 1234, 03584421234",
    "Zhang@Example.CN, zhang@example.cn",
    "临县文化路1号, 临县文化路1号",
  })
  void a_telephone_number_is_its_digits(String written, String same) {
    assertThat(Writing.ofContact(written)).isEqualTo(same);
  }

  /** The wide letter takes the text past the short way for plain ones. */
  @Test
  void plain_characters_are_the_same_by_the_short_way_and_the_long_one() {
    IntStream.rangeClosed(0, 0x9FFF)
        .filter(character -> character < 0x80 || character >= 0x4E00)
        .mapToObj(Character::toString)
        .filter(text -> Writing.of(text).equals(text))
        .forEach(text -> assertThat(Writing.of(text + "Ａ" + text)).isEqualTo(text + "a" + text));
  }
}
