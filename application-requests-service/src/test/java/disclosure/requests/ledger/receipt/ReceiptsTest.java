package disclosure.requests.ledger.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.requests.ledger.receipt.Receipt.Either;
import disclosure.requests.ledger.receipt.Receipt.On;
import disclosure.requests.ledger.receipt.Receipts.Settled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ledgers of 2025, whose rows are written as receipt, answer, number, number of the answer, note
 * and step, with a stroke where there is nothing, and blanks between; lines that begin with # are
 * none.
 */
class ReceiptsTest {

  private static final int YEAR = 2025;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          carried over, at the head, in the weeks of the report | 12月28日 1月10日 | ?
          the same, and rows of the new year behind | 12月28日 1月10日; 1月5日 1月20日; 1月9日 1月22日 | ? 2025-01-05 2025-01-09
          several at the head | 11月20日 1月5日; 12月28日 1月10日; 1月5日 1月20日 | ? ? 2025-01-05
          at the end, behind those of the same months | 11月20日 12月10日; 12月28日 1月10日 | 2025-11-20 2025-12-28
          at the end, and still under way | 10月20日 11月10日; 12月28日 - | 2025-10-20 2025-12-28
          the first of all, under way | 12月28日 - | ?
          behind one of January alone | 1月5日 1月20日; 12月28日 1月10日 | 2025-01-05 ?
          answered in the same year | 11月20日 12月10日 | 2025-11-20
          answered in the same month, at the head | 12月20日 12月29日; 3月5日 3月20日 | 2025-12-20 2025-03-05
          answered more than three months later | 11月20日 3月5日 | 2024-11-20
          in the order of falling days, at the end | 12月20日 12月29日; 3月5日 3月20日; 1月5日 1月9日; 12月28日 1月10日 | 2025-12-20 2025-03-05 2025-01-05 ?
          in the order of falling days, at the head | 12月28日 1月10日; 12月20日 12月29日; 11月5日 11月9日 | ? 2025-12-20 2025-11-05
          one office's behind another's | 11月20日 12月10日; 12月28日 1月10日; 1月5日 1月20日; 3月5日 - | 2025-11-20 ? 2025-01-05 2025-03-05
          the same, or kept on into January | 11月20日 12月10日; 12月28日 1月10日; 1月5日 1月20日 | 2025-11-20 ? ?
          a little out of order | 12月20日 12月29日; 12月15日 1月8日; 12月18日 12月30日 | 2025-12-20 2025-12-15 2025-12-18
          far out of order | 12月20日 12月29日; 11月25日 1月8日 | 2025-12-20 ?
          a note of the row | 12月28日 1月10日 - - 上年结转 | 2024-12-28
          with the year | 12月28日 1月10日 - - 2024年结转 | 2024-12-28
          carried into the next one | 10月8日 10月20日; 12月28日 - - - 2025年结转下年 | 2025-10-08 2025-12-28
          carried from a year that can't be | 12月28日 1月10日 - - 2023年结转 | ?
          a number of the year before | 12月28日 1月10日 2024-135 | 2024-12-28
          a number of it with month and day | 12月28日 1月10日 20241228003 | 2024-12-28
          a number of the ledger's says nothing | 12月28日 1月10日 2025-1 | ?
          an answer numbered in the ledger's year | 12月28日 1月10日 - 某复〔2025〕1号 | 2024-12-28
          an answer numbered in the next one | 12月28日 1月10日 - 某复〔2026〕1号 | 2025-12-28
          a number of it in spring, under way | 3月5日 - 2024-35 | ?
          a number of it in spring, answered in the year | 3月5日 3月20日 2024-35 | 2025-03-05
          a note in spring | 3月5日 - - - 上年结转 | 2024-03-05
          what contradicts itself | 12月28日 1月10日 2024-135 某复〔2026〕1号 | ?
          a number of the year before against the order | 11月20日 12月10日; 12月28日 1月10日 2024-135 | 2025-11-20 2024-12-28
          a year in the answer alone, of the ledger | 12月28日 2025-01-10 | 2024-12-28
          a year in the answer alone, of the next one | 12月28日 2026-01-10 | 2025-12-28
          a step behind, with its year | 12月5日 - - - - 2025-12-08 | 2025-12-05
          a step that lies between | 12月28日 1月10日 - - - 12月30日 | ?
          below a heading of those carried over | # 一、上年结转（2件）; 12月28日 1月10日; 9月20日 1月8日; # 二、本年新收; 1月5日 1月20日; 12月20日 1月7日 | 2024-12-28 2024-09-20 2025-01-05 2025-12-20
          a heading of theirs that no other one follows | # 上年结转; 12月28日 1月10日; 1月5日 1月20日; 12月20日 1月7日 | 2024-12-28 2025-01-05 ?
          below it, what may be either | # 上年结转; 3月5日 - | ?
          a month as a heading | # 1月份; 12月28日 1月10日; # 12月份; 12月20日 1月7日 | 2024-12-28 2025-12-20
          a month that is another one's | # 12月; 11月28日 1月10日 | ?
          a quarter | # 第一季度; 12月28日 1月10日; # 四季度; 12月20日 1月7日 | 2024-12-28 2025-12-20
          the whole year says nothing | # 1-12月; 12月28日 1月10日 | ?
          February against January | 2月5日 2月20日; 1月28日 2月10日 | 2025-02-05 2025-01-28
          a day that is none | 2月30日 1月10日 | =
          one that names its year | 2024-12-28 1月10日; 12月30日 1月12日 | = ?
          kept on into January | 12月20日 12月29日; 1月5日 1月9日 | 2025-12-20 ?
          another office's January behind a December | 12月20日 12月29日; 1月5日 1月9日; 1月20日 -; 3月5日 3月9日 | 2025-12-20 2025-01-05 2025-01-20 2025-03-05
          a January that names the year of its answer | 12月20日 12月29日; 1月5日 2025-01-09 | 2025-12-20 2025-01-05
          """)
  void the_year_of_a_receipt_is_plain_or_a_question(String what, String rows, String days) {
    assertThat(read("", "2026-01-25", rows)).as(what).isEqualTo(days);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          carried over, while the year goes on | 2025-02-10 | 12月28日 1月10日; 11月30日 -; 1月5日 1月9日 | 2024-12-28 2024-11-30 2025-01-05
          of a month that is still to come | 2025-02-10 | 8月28日 1月10日 | ?
          the same with a note | 2025-02-10 | 8月28日 1月10日 - - 上年结转 | 2024-08-28
          before the answer can have been given | 2026-01-05 | 12月28日 1月10日 | 2024-12-28
          in December itself | 2025-12-20 | 12月10日 12月15日; 12月18日 - | 2025-12-10 2025-12-18
          at the turn of the year | 2026-01-03 | 12月20日 12月29日; 1月5日 1月9日 | 2025-12-20 2025-01-05
          answered after more than three months | 2026-06-01 | 11月20日 3月5日 | ?
          the answer names no day that is | 2025-02-10 | 12月28日 2月30日 | 2024-12-28
          """)
  void what_is_still_to_come_has_not_been(String what, LocalDate today, String rows, String days) {
    assertThat(read("", today.toString(), rows)).as(what).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "1月, 2024-12-28",
    "一月, 2024-12-28",
    "2025年1月, 2024-12-28",
    "一季度, 2024-12-28",
    "1-3月, 2024-12-28",
    "上半年, 2024-12-28",
    "12月, 2025-12-28",
    "十二月份, 2025-12-28",
    "第4季度, 2025-12-28",
    "下半年, 2025-12-28",
    "2025年, ?",
    "1-12月, ?",
    "11月, ?",
    "1月和2月, ?",
    "台账, ?"
  })
  void the_name_of_a_sheet_may_say_its_months(String sheet, String day) {
    assertThat(read(sheet, "2026-01-25", "12月28日 1月10日")).isEqualTo(day);
  }

  @Test
  void a_ledger_without_a_year_leaves_its_days_as_they_are() {
    Receipts<Integer> receipts = new Receipts<>("1月", Optional.empty(), LocalDate.of(2026, 1, 25));
    assertThat(said(receipts.add(0, row("12月28日 1月10日")))).isEqualTo("=");
  }

  @Test
  void rows_wait_for_a_certain_one_and_no_longer_than_there_is_room() {
    Receipts<Integer> receipts = new Receipts<>("", Optional.of(YEAR), LocalDate.of(2026, 1, 25));
    List<Integer> settled = new ArrayList<>();
    int most = 0;
    for (int i = 0; i < 10_000; i++) {
      receipts.add(i, row("12月28日 1月10日")).forEach(one -> settled.add(one.row()));
      most = Math.max(most, i + 1 - settled.size());
    }
    receipts.end().forEach(one -> settled.add(one.row()));
    assertThat(settled).isEqualTo(IntStream.range(0, 10_000).boxed().toList());
    assertThat(most).isBetween(1_000, 3_000);
  }

  private static String read(String sheet, String today, String rows) {
    Receipts<Integer> receipts = new Receipts<>(sheet, Optional.of(YEAR), LocalDate.parse(today));
    List<Settled<Integer>> settled = new ArrayList<>();
    int number = 0;
    for (String row : rows.split("; ?")) {
      if (row.startsWith("#")) {
        receipts.addLine(row.substring(1));
      } else {
        settled.addAll(receipts.add(number++, row(row)));
      }
    }
    settled.addAll(receipts.end());
    assertThat(settled)
        .extracting(Settled::row)
        .isEqualTo(IntStream.range(0, number).boxed().toList());
    return said(settled);
  }

  private static String said(List<Settled<Integer>> settled) {
    return settled.stream().map(one -> said(one.receipt())).collect(Collectors.joining(" "));
  }

  private static String said(Receipt receipt) {
    return receipt instanceof On on ? on.day().toString() : receipt instanceof Either ? "?" : "=";
  }

  private static CaseDays row(String text) {
    List<String> cells = new ArrayList<>(List.of(text.strip().split(" ")));
    while (cells.size() < 6) {
      cells.add("-");
    }
    cells.replaceAll(cell -> cell.equals("-") ? "" : cell);
    return new CaseDays(
        cells.get(0),
        cells.get(5).isEmpty() ? List.of() : List.of(cells.get(5)),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        List.of(cells.get(4)));
  }
}
