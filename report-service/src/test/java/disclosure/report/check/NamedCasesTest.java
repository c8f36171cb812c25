package disclosure.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Text;
import disclosure.report.publication.KeptReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Findings say the numbers of cases, and reasons are kept for the cases themselves. */
class NamedCasesTest {

  private static final String SUIT = "00000000-0000-0000-0000-000000000001";
  private static final String OTHER = "00000000-0000-0000-0000-000000000002";
  private static final String AS_KEPT = "表四“行政诉讼（未经复议直接起诉）”中的案件%s针对不予公开的答复，依法应当先行复议";

  private static Verdict verdict(List<String> suits, Map<String, String> numbers) {
    return CrossCheck.RECONSIDERATION_FIRST.verdict(
        Reports.change()
            .handling(
                Optional.of(
                    new YearReview(
                        26,
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        List.of(),
                        List.of(),
                        suits,
                        numbers)))
            .build());
  }

  private static KeptReason reason(String... findings) {
    return new KeptReason(
        CrossCheck.RECONSIDERATION_FIRST.number(),
        List.of(findings),
        "法院已受理",
        "editor",
        Optional.empty(),
        Instant.parse("2025-01-10T08:00:00Z"));
  }

  @Test
  void a_case_is_called_by_its_number() {
    assertThat(verdict(List.of(SUIT), Map.of(SUIT, "〔2024〕行初7号")).findings())
        .extracting(Text::chinese)
        .containsExactly(AS_KEPT.formatted("〔2024〕行初7号"));
  }

  @Test
  void a_reason_holds_for_the_case_whatever_it_is_called() {
    KeptReason kept = reason(AS_KEPT.formatted(SUIT));

    assertThat(kept.covers(verdict(List.of(SUIT), Map.of()))).isTrue();
    assertThat(kept.covers(verdict(List.of(SUIT), Map.of(SUIT, "〔2024〕行初7号")))).isTrue();
  }

  @Test
  void a_case_of_the_same_number_wants_its_own_reason() {
    KeptReason kept = reason(AS_KEPT.formatted(SUIT));

    assertThat(kept.covers(verdict(List.of(OTHER), Map.of(OTHER, "7", SUIT, "7")))).isFalse();
  }
}
