package disclosure.requests.ledger.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import disclosure.edge.AnswerTime;
import disclosure.edge.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerFileTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @Test
  void rows_keep_their_numbers_whatever_ends_them_and_whatever_stands_between() throws Exception {
    List<Line> rows =
        csv("号,内容\r\n\n1,\"第一行\n第二行，\"\"引\"\"\"\n , \n2,\"开\"头\r3, \"前有空格,\" ,尾\n4,\"没有闭合\n5,a");

    assertThat(rows)
        .containsExactly(
            new Line(1, List.of("号", "内容")),
            new Line(3, List.of("1", "第一行\n第二行，\"引\"")),
            new Line(5, List.of("2", "开头")),
            new Line(6, List.of("3", "前有空格,", "尾")),
            new Line(7, List.of("4", "没有闭合\n5,a")));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void what_stands_between_cells_is_found_out(String separator) throws Exception {
    String text = String.join(separator, "号", "日期", "类型") + "\n" + "1" + separator + "\n";

    assertThat(csv(text))
        .containsExactly(new Line(1, List.of("号", "日期", "类型")), new Line(2, List.of("1", "")));
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

    assertTimeoutPreemptively(TIMEOUT, () -> csv(text));
  }

  @Test
  void a_ledger_of_more_characters_or_rows_than_are_kept_at_a_time_is_refused() {
    String longOnes = ("a".repeat(1_000) + "\n").repeat(LedgerFile.MAX_CHARACTERS / 1_000 + 1);
    String manyOnes = "1\n".repeat(LedgerFile.MAX_ROWS + 1);

    assertThatThrownBy(() -> csv(longOnes)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> csv(manyOnes)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%PDF-1.7\n%âãÏÓ\n1 0 obj",
        "{\\rtf1\\ansi 登记编号",
        "<html><body><table><tr><td>登记编号</td>",
        "\uFEFF<?xml version=\"1.0\"?><Workbook/>",
        "\n <!DOCTYPE html>",
        "<table><tr><td>登记编号,收到日期,收到方式,申请人类型"
      })
  void what_is_no_spreadsheet_is_not_looked_through_for_headings(String start) {
    assertThatThrownBy(() -> csv(start))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal ->
                assertThat(refusal.faults().get(0).code().code()).isEqualTo("file-unreadable"));
  }

  @Test
  void a_title_in_brackets_is_a_text() throws Exception {
    assertThat(csv("<某县台账>\n号,日期")).hasSize(2);
  }

  @Test
  void what_is_not_read_in_time_is_given_up_and_nobody_is_cut_off() {
    AtomicLong now = new AtomicLong();
    List<Integer> rows = new ArrayList<>();
    byte[] file = "号,内容\n1,a\n2,b\n3,c\n4,d\n".getBytes(StandardCharsets.UTF_8);
    Lines slow =
        new Lines() {
          @Override
          public void sheet(String name) {}

          @Override
          public void line(Line line) {
            rows.add(line.number());
            now.addAndGet(Duration.ofSeconds(20).toNanos());
          }
        };

    assertThatThrownBy(() -> LedgerFile.read(file, slow, new AnswerTime(now::get)))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(503));
    assertThat(rows).containsExactly(1, 2, 3);
  }

  private static List<Line> csv(String text) throws IOException, SQLException {
    List<Line> lines = new ArrayList<>();
    LedgerFile.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        new Lines() {
          @Override
          public void sheet(String name) {
            assertThat(name).isEmpty();
          }

          @Override
          public void line(Line line) {
            lines.add(line);
          }
        });
    return lines;
  }
}
