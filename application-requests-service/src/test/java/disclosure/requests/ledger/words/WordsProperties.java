package disclosure.requests.ledger.words;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WordsProperties {

  private static final Map<String, OutcomeCategory> CATEGORIES =
      Map.of(
          "不予公开", OutcomeCategory.REFUSED,
          "无法提供", OutcomeCategory.UNABLE_TO_PROVIDE,
          "不予处理", OutcomeCategory.NOT_PROCESSED,
          "其他处理", OutcomeCategory.OTHER);

  @Property
  void a_known_word_beside_an_unknown_text_is_a_question(
      @ForAll Outcome outcome,
      @ForAll Channel channel,
      @ForAll ApplicantType type,
      @ForAll("unknown") String unknown,
      @ForAll("around") String around) {
    Assume.that(Words.outcome(unknown).isEmpty());

    assertThat(Words.outcome(around.formatted(outcome.label(), unknown))).isEmpty();
    assertThat(Words.channel(around.formatted(channel.label(), unknown))).isEmpty();
    assertThat(Words.applicantType(around.formatted(type.label(), unknown))).isEmpty();
  }

  @Property
  void a_code_of_another_category_is_a_question(
      @ForAll("categories") String category,
      @ForAll Outcome outcome,
      @ForAll("around") String around) {
    Assume.that(CATEGORIES.get(category) != outcome.category());

    assertThat(Words.outcome(around.formatted(category, outcome.label()))).isEmpty();
    assertThat(Words.outcome(outcome.label() + category)).isEmpty();
  }

  @Property
  void a_code_of_its_category_is_understood(
      @ForAll("categories") String category,
      @ForAll Outcome outcome,
      @ForAll("around") String around) {
    Assume.that(CATEGORIES.get(category) == outcome.category());

    assertThat(Words.outcome(around.formatted(category, outcome.label()))).contains(outcome);
  }

  @Provide
  Arbitrary<String> categories() {
    return Arbitraries.of(CATEGORIES.keySet());
  }

  @Provide
  Arbitrary<String> unknown() {
    return Arbitraries.strings().withChars("余其未另案涉内容除外待查").ofMinLength(3).ofMaxLength(9);
  }

  @Provide
  Arbitrary<String> around() {
    return Arbitraries.of("%s（%s）", "%s，%s", "%s、%s", "%s-%s", "%s/%s", "%s：%s");
  }
}
