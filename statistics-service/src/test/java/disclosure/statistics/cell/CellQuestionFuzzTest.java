package disclosure.statistics.cell;

import disclosure.edge.Refusal;
import disclosure.edge.testing.fuzz.Fuzz;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CellQuestionFuzzTest {

  @Test
  void page_tokens_are_read_or_refused() {
    Fuzz.of(
            "cell-page-token",
            List.of(
                seed("11141124012345698T_00000000-0000-0001-0000-000000000002"),
                seed("2024-02-29_00000000-0000-0001-0000-000000000002"),
                seed("11141124012345698T_2024-02-29_00000000-0000-0001-0000-000000000002")),
            List.of("_", "__", "-", "\u0000", "\uFF11", "*"),
            Refusal.class,
            bytes ->
                CellQuestion.of(
                    Optional.of("NOT_HELD"),
                    Optional.of("TOTAL"),
                    Optional.of(new String(bytes, StandardCharsets.UTF_8)),
                    Optional.of(new String(bytes, StandardCharsets.ISO_8859_1))))
        .tryFew(2_000);
  }

  private static byte[] seed(String token) {
    return token.getBytes(StandardCharsets.US_ASCII);
  }
}
