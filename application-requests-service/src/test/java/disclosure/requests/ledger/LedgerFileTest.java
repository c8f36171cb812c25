package disclosure.requests.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import disclosure.edge.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFileTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @Test
  void rows_keep_their_numbers_whatever_ends_them_and_whatever_stands_between() throws IOException {
    List<Sheet.Line> rows =
        csv("号,内容\r\n\n1,\"第一行\n第二行，\"\"引\"\"\"\n , \n2,\"开\"头\r3, \"前有空格,\" ,尾\n4,\"没有闭合\n5,a");

    assertThat(rows)
        .containsExactly(
            new Sheet.Line(1, List.of("号", "内容")),
            new Sheet.Line(3, List.of("1", "第一行\n第二行，\"引\"")),
            new Sheet.Line(5, List.of("2", "开头")),
            new Sheet.Line(6, List.of("3", "前有空格,", "尾")),
            new Sheet.Line(7, List.of("4", "没有闭合\n5,a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void what_stands_between_cells_is_found_out(String separator) throws IOException {
    String text = String.join(separator, "号", "日期", "类型") + "\n" + "1" + separator + "\n";

    assertThat(csv(text))
        .containsExactly(
            new Sheet.Line(1, List.of("号", "日期", "类型")), new Sheet.Line(2, List.of("1", "")));
  }

  @Test
  void a_row_of_millions_of_cells_and_a_quotation_without_an_end_are_refused() {
    String cells = ",".repeat(LedgerFile.MAX_BYTES - 1);
    String open = "号,内容\n1,\"" + "\n2,开".repeat(1_000_000);

    assertThatThrownBy(() -> csv(cells)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> csv(open)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "(", "（", "'", ",", "\t", "a"})
  void the_time_for_a_cell_grows_with_its_length_and_no_faster(String repeated) {
    String text = "号,日期," + "a" + repeated.repeat(900_000) + "\n";

    assertTimeoutPreemptively(
        TIMEOUT,
        () -> {
          for (Sheet.Line line : csv(text)) {
            line.cells().forEach(Words::plain);
          }
        });
  }

  private static List<Sheet.Line> csv(String text) throws IOException {
    return LedgerFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .get(0)
        .rows();
  }
}
