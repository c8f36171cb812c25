package disclosure.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Text;
import disclosure.report.content.NamedFigure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the tables of Linxian: 27 received, 26 concluded (4, 21 and 1), 1 carried out. */
class NarrativeRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "全年共受理依申请公开72件|受理依申请公开72件|表三“一 本年新收”总计为27",
        "2024年，新收政府信息公开申请28件|新收政府信息公开申请28件|表三“一 本年新收”总计为27",
        "共收到政府信息公开申请 26 件|收到政府信息公开申请 26 件|表三“一 本年新收”总计为27",
        "上年结转2件|上年结转2件|表三“二 上年结转”总计为0",
        "依申请公开工作平稳。27件已全部办结|27件已全部办结|表三“三（七）总计”总计为26",
        "申请全部办结27件|申请全部办结27件|表三“三（七）总计”总计为26",
        "结转下年度继续办理2件|结转下年度继续办理2件|表三“四 结转下年度继续办理”总计为1",
        "3件结转下一年办理|3件结转下一年|表三“四 结转下年度继续办理”总计为1",
        "其中，予以公开1件|予以公开1件|表三“三（一）予以公开”总计为0",
        "部分公开5件|部分公开5件|表三“三（二）部分公开”总计为4",
        "不予公开2件|不予公开2件|表三“三（三）不予公开”总计为0",
        "无法提供20件|无法提供20件|表三“三（四）无法提供”总计为21",
        "不予处理2件|不予处理2件|表三“三（五）不予处理”总计为1",
        "其他处理6件|其他处理6件|表三“三（六）其他处理”总计为0",
        "因政府信息公开引发的行政复议案件3件|行政复议案件3件|表四“行政复议”总计为0",
        "行政诉讼2起|行政诉讼2起|表四“行政诉讼”总计为0",
        "现行有效行政规范性文件12件|现行有效行政规范性文件12件|表二“行政规范性文件”现行有效件数为0",
        "废止行政规范性文件5件|废止行政规范性文件5件|表二“行政规范性文件”本年废止件数为3",
        "共收到14份政府信息公开申请|收到14份|表三“一 本年新收”总计为27",
        "发布信息总计5074条，其中，概况类123条，动态3088条，目录1862条|5074条|其后各项之和为5073",
        "发布解读30篇，其中文字解读20篇、图解11篇|30篇|其后各项之和为31",
      })
  void a_number_that_contradicts_a_table_is_shown_with_the_cell(
      String sentence, String shown, String cell) {
    assertThat(findings(sentence))
        .singleElement()
        .asString()
        .startsWith("“一、总体情况”中写作“" + shown + "”")
        .contains(cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024年共受理依申请公开27件，26件全部按时办结（1件正在通知补正中）",
        "新收政府信息公开申请27件，上年结转0件，办结26件，结转下年度继续办理1件",
        "部分公开4件，无法提供21件，不予处理1件",
        "共收到申请27件（上年结转0件）",
        "2023年共收到政府信息公开申请35件",
        "收到申请较上年减少8件，去年受理申请35件",
        "未发生行政复议、行政诉讼",
        "发布信息总计5074条，其中，概况类123条，动态3088条，目录1863条",
        "发布解读30篇，其中文字解读20篇、图解5篇",
        "举办培训班2期，其中线上1期",
        "办理信访事项120件，答复县长信箱45件",
        "主动公开政府文件88件",
        "全县现行有效行政规范性文件12件",
        "27件已全部办结",
      })
  void what_agrees_or_is_about_something_else_passes(String sentence) {
    assertThat(findings(sentence)).isEmpty();
  }

  @Test
  void each_number_is_read_once() {
    assertThat(findings("全年收到政府信息公开申请30件办结")).hasSize(1);
  }

  @Test
  void what_is_wrong_in_the_same_words_again_is_found_once() {
    assertThat(findings("行政强制99件。".repeat(500))).hasSize(1);
    assertThat(
            CrossCheck.NOTHING_MISSING
                .verdict(Reports.change().overview("{{figures.a}}".repeat(300)).build())
                .findings())
        .extracting(Text::chinese)
        .containsExactly("“一、总体情况”中的{{figures.a}}暂时没有数据");
  }

  @ParameterizedTest
  @ValueSource(strings = {"26件全部按时办结", "全部在规定时间内公开答复", "均在法定期限内答复", "申请均按期答复", "按时答复率达到100%"})
  void all_in_time_is_believed_only_when_the_register_has_none_late(String sentence) {
    YearReview inTime = Reports.handling();
    YearReview late = with(List.of("a", "b"), List.of("c"));
    assertThat(inTime(sentence, Optional.of(inTime)).result()).isEqualTo(Result.HOLDS);
    assertThat(inTime(sentence, Optional.of(late)).findings())
        .singleElement()
        .extracting(Text::chinese)
        .asString()
        .contains("逾期答复的申请为2件，超期未答复的申请为1件");
    assertThat(inTime(sentence, Optional.empty()).result()).isEqualTo(Result.UNDECIDED);
  }

  @Test
  void who_does_not_claim_it_is_not_asked() {
    YearReview late = with(List.of("a"), List.of());
    assertThat(inTime("26件中25件按时办结", Optional.of(late)).result()).isEqualTo(Result.HOLDS);
  }

  @Test
  void the_parts_of_a_named_figure_are_shown_with_their_sum() {
    CheckedReport report =
        Reports.change()
            .figures(
                new NamedFigure("items", "网站发布信息", 5074, List.of("news", "other")),
                new NamedFigure("news", "政务动态", 3088, List.of()),
                new NamedFigure("other", "其他", 1985, List.of()))
            .build();
    assertThat(CrossCheck.NAMED_FIGURES_ADD_UP.verdict(report).findings())
        .extracting(Text::chinese)
        .containsExactly("“网站发布信息”为5074，其各分项（政务动态、其他）之和为5073");
  }

  @Test
  void a_reference_without_a_value_stands_in_the_way() {
    CheckedReport report = Reports.change().overview("实收{{fees.paidYuan}}元。").build();
    assertThat(CrossCheck.NOTHING_MISSING.verdict(report).findings())
        .extracting(Text::chinese)
        .containsExactly("“一、总体情况”中的{{fees.paidYuan}}暂时没有数据");
  }

  private static List<String> findings(String sentence) {
    return CrossCheck.TEXTS_AGREE
        .verdict(Reports.change().overview(sentence + "。").build())
        .findings()
        .stream()
        .map(Text::chinese)
        .toList();
  }

  private static Verdict inTime(String sentence, Optional<YearReview> handling) {
    return CrossCheck.IN_TIME_AS_TOLD.verdict(
        Reports.change().overview(sentence + "。").handling(handling).build());
  }

  private static YearReview with(List<String> late, List<String> overdue) {
    YearReview none = Reports.handling();
    return new YearReview(
        none.concluded(),
        none.severalConclusions(),
        late,
        overdue,
        none.feeNotices(),
        none.noticedYuan(),
        none.paidYuan(),
        none.overpaid(),
        none.gaps(),
        none.directLitigation(),
        none.numbers());
  }
}
