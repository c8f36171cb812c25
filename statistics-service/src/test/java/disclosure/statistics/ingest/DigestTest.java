package disclosure.statistics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void other_content_of_the_same_form_contradicts() {
    for (int form : new int[] {1, 2, 3}) {
      assertThat(Digest.contradict(Digest.of(form, "a"), Digest.of(form, "b"))).isTrue();
      assertThat(Digest.contradict(Digest.of(form, "a"), Digest.of(form, "a"))).isFalse();
    }
  }

  @Test
  void digests_of_other_forms_say_nothing_about_each_other() {
    byte[] first = Digest.of(1, "a");
    byte[] second = Digest.of(2, "a, b");
    byte[] third = Digest.of(3, "a, b, c");
    assertThat(Digest.contradict(first, second)).isFalse();
    assertThat(Digest.contradict(second, first)).isFalse();
    assertThat(Digest.contradict(second, third)).isFalse();
  }
}
