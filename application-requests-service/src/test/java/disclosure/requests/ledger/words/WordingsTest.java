package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** Wordings of real ledgers; those held out are not looked at when words are learnt. */
class WordingsTest {

  private record Wording(String kind, String code, String text) {

    boolean isHeldOut() {
      CRC32 sum = new CRC32();
      sum.update(text.getBytes(StandardCharsets.UTF_8));
      return sum.getValue() % 2 == 1;
    }

    Optional<String> read() {
      return switch (kind) {
        case "CHANNEL" -> Words.channel(text).map(Enum::name);
        case "APPLICANT_TYPE" -> Words.applicantType(text).map(Enum::name);
        default -> Words.outcome(text).map(Enum::name);
      };
    }
  }

  @Test
  void every_wording_that_was_learnt_is_understood() throws IOException {
    assertThat(wordings("wordings", wording -> !wording.isHeldOut()))
        .hasSizeGreaterThan(150)
        .allSatisfy(wording -> assertThat(wording.read()).contains(wording.code()));
  }

  @Test
  void of_those_held_out_none_is_misunderstood_and_most_are_understood() throws IOException {
    List<Wording> heldOut = wordings("wordings", Wording::isHeldOut);
    List<Wording> read = heldOut.stream().filter(wording -> wording.read().isPresent()).toList();

    assertThat(read).allSatisfy(wording -> assertThat(wording.read()).contains(wording.code()));
    assertThat(read.size() * 100 / heldOut.size()).isGreaterThanOrEqualTo(60);
  }

  @Test
  void what_says_two_things_or_nothing_is_a_question() {
    for (String text : List.of("予以公开（国家秘密）", "国家秘密（重复申请）", "不予公开", "无法提供", "不予处理（其他）", "另案处理")) {
      assertThat(Words.outcome(text)).as(text).isEmpty();
    }
    assertThat(Words.applicantType("法人")).isEmpty();
    assertThat(Words.applicantType("企业（律师事务所）")).isEmpty();
  }

  @Test
  void what_stands_beside_a_word_is_understood_too_or_all_of_it_is_a_question() throws IOException {
    assertThat(wordings("rests", wording -> !wording.isHeldOut()))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            wording ->
                assertThat(wording.read().orElse("?"))
                    .as(wording.text())
                    .isEqualTo(wording.code()));
  }

  @Test
  void of_two_parts_held_out_none_is_misunderstood_and_most_are_understood() throws IOException {
    List<Wording> heldOut = wordings("rests", Wording::isHeldOut);
    assertThat(heldOut)
        .allSatisfy(
            wording ->
                assertThat(wording.read().orElse("?"))
                    .as(wording.text())
                    .isIn(wording.code(), "?"));
    List<Wording> clear = heldOut.stream().filter(wording -> !wording.code().equals("?")).toList();
    long read = clear.stream().filter(wording -> wording.read().isPresent()).count();
    assertThat(read * 100 / clear.size()).isGreaterThanOrEqualTo(60);
  }

  private static List<Wording> wordings(String name, Predicate<Wording> chosen) throws IOException {
    try (InputStream file = WordingsTest.class.getResourceAsStream("/ledger/" + name + ".tsv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cells -> new Wording(cells[0], cells[1], cells[2]))
          .filter(chosen)
          .toList();
    }
  }
}
