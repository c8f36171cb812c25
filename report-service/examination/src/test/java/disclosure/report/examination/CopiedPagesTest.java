package disclosure.report.examination;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.report.examination.document.Limits;
import disclosure.report.examination.figure.Column;
import disclosure.report.examination.figure.Confidence;
import disclosure.report.examination.figure.Edition;
import disclosure.report.examination.figure.ProactiveRow;
import disclosure.report.examination.figure.Reading;
import disclosure.report.examination.finding.Finding;
import disclosure.report.examination.finding.Severity;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages that were turned into text keep their cells apart by bars, lines or spaces alone. */
class CopiedPagesTest {

  private static final Set<CopiedPages.Style> PLACELESS =
      Set.of(CopiedPages.Style.LINES, CopiedPages.Style.ONE_LINE);

  private final Examiner examiner = new Examiner(Limits.USUAL);

  private Examination read(Drawn.Report report, CopiedPages.Style style, boolean empty) {
    return examiner.examine(
        CopiedPages.text(report, style, empty).getBytes(StandardCharsets.UTF_8));
  }

  /** With nothing in cells of 0, but for the totals if they are kept. */
  private static Drawn.Report report(boolean zeros, boolean totals) {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : Seed.table()) {
      List<String> changed = new ArrayList<>(row);
      for (int i = row.size() - 7; i < row.size() && !zeros; i++) {
        boolean kept = totals && i == row.size() - 1;
        changed.set(i, row.get(i).equals("0") && !kept ? "" : row.get(i));
      }
      rows.add(changed);
    }
    return Drawn.Report.of(rows, Seed.columns());
  }

  private static List<String> misread(Examination read, boolean zeros, boolean totals) {
    List<String> misread = new ArrayList<>();
    for (FormRow row : FormRow.values()) {
      for (Column column : Column.values()) {
        int figure = Seed.FIGURES[row.ordinal()][column.ordinal()];
        boolean there = zeros || figure != 0 || totals && column == Column.TOTAL;
        Reading cell = read.applications().row(row).orElseThrow().cell(column);
        boolean right =
            there
                ? cell.value().map(value -> value.intValue() == figure).orElse(false)
                : cell.kind() == Reading.Kind.BLANK;
        if (!right) {
          misread.add(row + " " + column + " is " + cell.kind() + " " + cell.text());
        }
      }
    }
    return misread;
  }

  @ParameterizedTest
  @EnumSource
  void every_figure_is_read(CopiedPages.Style style) {
    Examination read = read(report(true, true), style, true);
    assertThat(misread(read, true, true)).isEmpty();
    for (DisputeKind kind : DisputeKind.values()) {
      for (int i = 0; i < 5; i++) {
        assertThat(read.disputes().group(kind).orElseThrow().get(i).value().orElseThrow())
            .isEqualByComparingTo(Integer.toString(Seed.DISPUTES[kind.ordinal() * 5 + i]));
      }
    }
    assertThat(read.proactive().row(ProactiveRow.NORMATIVE_DOCUMENTS).orElseThrow())
        .extracting(cell -> cell.value().orElseThrow().intValue())
        .containsExactly(12, 3, 45);
    assertThat(read.findings()).noneMatch(one -> one.severity() == Severity.WRONG);
    assertThat(read.origin().year()).hasValue(2023);
  }

  @ParameterizedTest
  @EnumSource
  void empty_cells_that_leave_a_trace_keep_their_places(CopiedPages.Style style) {
    if (!PLACELESS.contains(style)) {
      assertThat(misread(read(report(false, false), style, true), false, false)).isEmpty();
      assertThat(misread(read(report(false, true), style, true), false, true)).isEmpty();
    }
  }

  /** A row of fewer figures than the form has may be any of them. */
  @ParameterizedTest
  @EnumSource
  void cells_that_were_left_out_make_no_figure_stand_elsewhere(CopiedPages.Style style) {
    for (boolean totals : List.of(true, false)) {
      Examination read = read(report(false, totals), style, false);
      for (FormRow row : FormRow.values()) {
        for (Column column : Column.values()) {
          Reading cell = read.applications().row(row).orElseThrow().cell(column);
          int figure = Seed.FIGURES[row.ordinal()][column.ordinal()];
          assertThat(
                  cell.confidence() == Confidence.DOUBTFUL
                      || cell.kind() == Reading.Kind.BLANK && figure == 0
                      || cell.value().map(value -> value.intValue() == figure).orElse(false))
              .as(row + " " + column + " is " + cell)
              .isTrue();
        }
      }
    }
  }

  /** What is there, and can't be told any more, isn't said to be missing. */
  @ParameterizedTest
  @EnumSource
  void rows_without_figures_are_not_missing(CopiedPages.Style style) {
    String text = CopiedPages.text(report(false, false), style, false);
    Examination read = examiner.examine(text.getBytes(StandardCharsets.UTF_8));
    assertThat(read.findings())
        .extracting(Finding::kind)
        .doesNotContain(
            Finding.Kind.ROWS_MISSING, Finding.Kind.TABLE_MISSING, Finding.Kind.CELLS_MISSING);
  }

  @Test
  void an_empty_table_four_and_a_remark_in_a_label_are_read() {
    String text =
        CopiedPages.text(report(true, true), CopiedPages.Style.LINES, true)
            .replace("\n规章\n\n0\n\n0\n\n0\n", "\n规章（本级无权制定）\n\n0\n\n0\n\n0\n");
    int figures = text.lastIndexOf("总计") + 2;
    String empty = text.substring(0, figures) + text.substring(text.indexOf("\n五、"));
    Examination read = examiner.examine(empty.getBytes(StandardCharsets.UTF_8));
    assertThat(read.proactive().row(ProactiveRow.REGULATIONS)).isPresent();
    assertThat(read.disputes().group(DisputeKind.RECONSIDERATION).orElseThrow())
        .allMatch(cell -> cell.kind() == Reading.Kind.UNREAD);
    assertThat(read.findings()).noneMatch(one -> one.severity() == Severity.WRONG);
  }

  private Examination read(String... changes) {
    String text = CopiedPages.text(report(true, true), CopiedPages.Style.PADDED, true);
    for (int i = 0; i < changes.length; i += 2) {
      assertThat(text).contains(changes[i]);
      text = text.replace(changes[i], changes[i + 1]);
    }
    return examiner.examine(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void headings_in_other_words_are_headings() {
    Examination read =
        read(
            "一、总体情况", "一、政府信息公开工作概况",
            "二、主动公开政府信息情况", "**二、行政机关主动公开政府信息的情况**",
            "三、收到和处理", "三、  收到和处理",
            "四、政府信息公开行政复议、行政诉讼情况", "四、因信息公开被申请复议、诉讼的情况",
            "五、存在的主要问题及改进情况", "五、不足之处及改进打算",
            "六、其他需要报告的事项", "六、其它事项");
    assertThat(read.texts().sections()).hasSize(6);
    assertThat(read.findings()).isEmpty();
  }

  @Test
  void the_organ_and_the_year_are_told_by_what_there_is() {
    String title = Seed.ORGAN + "2023年政府信息公开工作年度报告\n";
    assertThat(read(title, "当前位置：首页 > 年报\n云溪县林业局\n关于2023年度政府信息公开情况的\n报告\n").origin().organ())
        .contains("云溪县林业局");
    assertThat(read(title, "| 名称 | 城南管理区2023年政府信息公开工作年度报告 | |\n|---|---|---|\n").origin().organ())
        .contains("城南管理区");
    Examination said = read(title, "按照《关于做好2021年政府信息公开工作年度报告的通知》，现公布云溪县林业局2022年政府信息公开工作年度报告。\n");
    assertThat(said.origin().organ()).contains("云溪县林业局");
    assertThat(said.origin().year()).hasValue(2022);
    assertThat(said.findings())
        .extracting(Finding::chinese)
        .containsExactly("报告正文为2022年，统计期限写作2023年。");
  }

  @Test
  void the_bar_of_a_cell_may_stand_on_the_next_line() {
    String text =
        CopiedPages.text(report(true, true), CopiedPages.Style.CELL_A_LINE, true)
            .replace("三、本年度办理结果 |\n", "三、本年度办理结果\n|\n");
    Examination read = examiner.examine(text.getBytes(StandardCharsets.UTF_8));
    assertThat(misread(read, true, true)).isEmpty();
    assertThat(read.findings()).isEmpty();
  }

  @Test
  void a_period_may_be_written_in_digits_alone() {
    assertThat(read("自2023年1月1日起至2023年12月31日止", "自2022-1-1起至2022-12-31止").findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.YEAR);
  }

  /** The form of 2019 has rows of two figures, and other handling in one row. */
  @ParameterizedTest
  @EnumSource
  void the_form_of_2019_is_read_too(CopiedPages.Style style) {
    Drawn.Report report = report(true, true);
    String text = CopiedPages.text(report, style, true).replace("2023年", "2020年");
    String between =
        PLACELESS.contains(style) ? style == CopiedPages.Style.LINES ? "\n\n" : " " : "";
    if (!between.isEmpty()) {
      String fees = String.join(between, "行政事业性收费", "123.4567");
      assertThat(text).contains(fees);
      text =
          text.replace(
                  fees,
                  String.join(between, "行政事业性收费", "3", "减4")
                      + (style == CopiedPages.Style.LINES ? "\n" : between)
                      + String.join(between, "信息内容", "采购项目数量", "采购总金额", "政府集中采购", "7", "1035000"))
              .replace(
                  String.join(between, "本年制发件数", "本年废止件数", "现行有效件数"),
                  String.join(between, "本年新 制作数量", "本年新 公开数量", "对外公开总数量"));
      Examination read = examiner.examine(text.getBytes(StandardCharsets.UTF_8));
      assertThat(read.edition()).isEqualTo(Edition.FORM_2019);
      assertThat(read.proactive().row(ProactiveRow.FEES).orElseThrow())
          .extracting(cell -> cell.value().orElseThrow().intValue())
          .containsExactly(3, -4);
      assertThat(read.proactive().row(ProactiveRow.PROCUREMENT).orElseThrow())
          .extracting(cell -> cell.value().orElseThrow().intValue())
          .containsExactly(7, 1_035_000);
    }
  }
}
