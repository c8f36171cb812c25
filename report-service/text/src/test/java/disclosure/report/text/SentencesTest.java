package disclosure.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The corpus: what is found is true, and most of what is wrong is found. */
class SentencesTest {

  private static final double TRUE_FINDINGS = 0.99;
  private static final double FOUND_CONTRADICTIONS = 0.80;
  private static final int LEAST = 400;

  private final Corpus corpus = Corpus.read("sentences.txt");

  @Test
  void the_corpus_is_large_enough_and_has_both_halves() {
    assertThat(corpus.sentences()).hasSizeGreaterThanOrEqualTo(LEAST);
    assertThat(half(Corpus.Sentence::isHeldOut)).hasSizeGreaterThan(LEAST / 2);
    assertThat(half(sentence -> !sentence.isHeldOut())).hasSizeGreaterThan(LEAST / 2);
  }

  @Test
  void the_half_that_rules_were_written_with_is_judged_right() {
    judged(corpus, half(sentence -> !sentence.isHeldOut()));
  }

  @Test
  void the_half_that_was_held_out_is_judged_right() {
    judged(corpus, half(Corpus.Sentence::isHeldOut));
  }

  @Test
  void sentences_written_after_the_rules_are_judged_right() {
    List<String> files =
        List.of(
            "fresh.txt",
            "later.txt",
            "more.txt",
            "pages.txt",
            "pages-unseen.txt",
            "pages-later.txt",
            "pages-last.txt",
            "unusual.txt",
            "cautious-lists.txt",
            "cautious-last.txt",
            "cautious-anew.txt",
            "cautious-further.txt",
            "beside.txt");
    for (String file : files) {
      Corpus further = Corpus.read(file);
      judged(further, further.sentences());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pages-anew.txt",
        "cautious.txt",
        "cautious-more.txt",
        "kinds.txt",
        "kinds-anew.txt"
      })
  void each_half_of_what_was_written_further_is_judged_right(String file) {
    Corpus further = Corpus.read(file);
    for (boolean heldOut : new boolean[] {false, true}) {
      judged(
          further,
          further.sentences().stream()
              .filter(sentence -> sentence.isHeldOut() == heldOut)
              .toList());
    }
  }

  private void judged(Corpus corpus, List<Corpus.Sentence> sentences) {
    Outcomes outcomes = Outcomes.of(corpus, sentences);
    assertThat(outcomes.precision())
        .as("findings that are true; false ones: %s", outcomes.wrong())
        .isGreaterThanOrEqualTo(TRUE_FINDINGS);
    assertThat(outcomes.recall())
        .as("contradictions found; missed: %s", outcomes.missed())
        .isGreaterThanOrEqualTo(FOUND_CONTRADICTIONS);
  }

  private List<Corpus.Sentence> half(Predicate<Corpus.Sentence> which) {
    return corpus.sentences().stream().filter(which).toList();
  }
}
