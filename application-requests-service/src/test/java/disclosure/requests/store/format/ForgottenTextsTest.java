package disclosure.requests.store.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class ForgottenTextsTest {

  @Test
  void a_new_answer_stays_understood_when_its_texts_are_forgotten() {
    ObjectNode content =
        StepFormat.parse(
            """
            {"type":"ANSWERED_AGAIN","on":"2024-06-03","outcome":"DISCLOSED",
             "dispute":"018e0f6a-6c1e-7d30-9c55-3f0c9f1f4a01","documentNumber":"重〔2024〕1号",
             "namedOrgan":"某局王某"}""");
    ObjectNode without = StepFormat.withoutTexts(content);
    assertThat(StepFormat.read(StepFormat.NUMBER, without))
        .isEqualTo(StepFormat.read(StepFormat.NUMBER, content))
        .isPresent();
    assertThat(NotesFormat.read(without).documentNumber()).contains("重〔2024〕1号");
    assertThat(without.toString()).doesNotContain("王某");
  }
}
