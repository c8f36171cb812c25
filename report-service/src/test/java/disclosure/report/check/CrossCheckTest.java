package disclosure.report.check;

import static org.assertj.core.api.Assertions.assertThat;

import disclosure.edge.Text;
import disclosure.report.ReportOrgans;
import disclosure.report.content.DocumentFigures;
import disclosure.report.content.NamedFigure;
import disclosure.report.content.ProactiveFigures;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.Outcome;
import disclosure.statistics.contract.Counts;
import disclosure.statistics.contract.DisputeRow;
import disclosure.statistics.contract.MatrixRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrossCheckTest {

  private static final RollUp.NamedOrgan ENDED =
      new RollUp.NamedOrgan(new OrganCode(ReportOrgans.department(3)), "临县原商务局");

  /** A report that breaks the check; a check without one doesn't compile. */
  private static CheckedReport failing(CrossCheck check) {
    return switch (check) {
      case IN_EQUALS_OUT -> Reports.change().row(FormRow.CARRIED_OUT, 0, 0, 0, 0, 0, 0, 0).build();
      case CONCLUDED_IS_SUM ->
          Reports.change().row(FormRow.NOT_HELD, 20, 20, 0, 0, 0, 0, 0).build();
      case TOTAL_IS_SUM ->
          Reports.change().row(FormRow.DUPLICATE_APPLICATION, 1, 0, 0, 0, 0, 0, 0).build();
      case NOTHING_MISSING -> Reports.change().otherMatters().build();
      case DISPUTES_ADD_UP ->
          Reports.change().dispute(DisputeKind.RECONSIDERATION, 1, 1, 0, 1, 2).build();
      case CARRIED_IN_AS_PUBLISHED -> lastYear(Reports.carriedOut(1, 0, 0, 0, 0, 0));
      case IN_FORCE_CONTINUES -> Reports.change().inForceLastYear(inForce(0, 4)).build();
      case PENDING_CONTINUES -> lastYear(disputes(DisputeKind.RECONSIDERATION, 0, 2));
      case SUITS_FOLLOW_RECONSIDERATION ->
          Reports.change()
              .dispute(DisputeKind.LITIGATION_AFTER_RECONSIDERATION, 1, 0, 0, 0, 1)
              .build();
      case RECONSIDERATION_FIRST -> handling(0, List.of(), List.of(), List.of(), List.of("诉1"));
      case REGISTER_AGREES -> Reports.change().recount(recounted()).build();
      case ONE_RESULT_EACH -> handling(1, List.of(), List.of(), List.of(), List.of());
      case FEES_ARE_NOTICED -> handling(0, List.of(), List.of("申1"), List.of(), List.of());
      case OUTCOMES_ARE_FOUNDED ->
          handling(
              0,
              List.of(),
              List.of(),
              List.of(
                  new YearReview.OutcomeGap(
                      "申1", Outcome.THIRD_PARTY_RIGHTS, "CONSULTATION_MISSING")),
              List.of());
      case TEXTS_AGREE -> Reports.change().overview("2024年共受理政府信息公开申请72件。").build();
      case NAMED_FIGURES_ADD_UP ->
          Reports.change()
              .figures(
                  new NamedFigure("items", "网站发布信息", 5074, List.of("news", "other")),
                  new NamedFigure("news", "政务动态", 3088, List.of()),
                  new NamedFigure("other", "其他", 1985, List.of()))
              .build();
      case CITATIONS_ARE_RIGHT -> Reports.published();
      case IN_TIME_AS_TOLD -> handling(0, List.of("申1"), List.of(), List.of(), List.of());
      case SUM_OF_CHILDREN -> Reports.change().rollUp(rollUp()).build();
      case CARRIED_IN_ACROSS_YEARS ->
          Reports.change()
              .rollUp(rollUp())
              .lastYear(
                  new LastYear(
                      Optional.empty(),
                      Optional.of(Reports.carriedOut(0, 2, 0, 0, 0, 0)),
                      List.of()))
              .build();
      case DATED_IN_TIME -> Reports.change().signedOn("2025-02-01").build();
      case EVERY_APPLICATION_ONCE ->
          Reports.change().coverage(new OrganCoverage(ENDED, 3, List.of("临县某局"))).build();
    };
  }

  private static CheckedReport lastYear(LastYear.PublishedTables published) {
    return Reports.change()
        .lastYear(
            new LastYear(Reports.sound().lastYear().proactive(), Optional.of(published), List.of()))
        .build();
  }

  private static LastYear.PublishedTables disputes(DisputeKind kind, long upheld, long pending) {
    return new LastYear.PublishedTables(
        Reports.carriedOut(0, 0, 0, 0, 0, 0).applications(),
        Arrays.stream(DisputeKind.values())
            .map(
                each ->
                    each == kind
                        ? DisputeRow.of(each, upheld, 0, 0, pending)
                        : DisputeRow.of(each, 0, 0, 0, 0))
            .toList());
  }

  private static CheckedReport handling(
      long more,
      List<String> late,
      List<String> overpaid,
      List<YearReview.OutcomeGap> gaps,
      List<String> suits) {
    return Reports.change()
        .handling(
            Optional.of(
                new YearReview(
                    26 + more,
                    List.of(),
                    late,
                    List.of(),
                    0,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    overpaid,
                    gaps,
                    suits,
                    Map.of())))
        .build();
  }

  /** Of two organs, one with a single application, one without a report. */
  private static RollUp rollUp() {
    RollUp.NamedOrgan first =
        new RollUp.NamedOrgan(new OrganCode(ReportOrgans.department(1)), "临县某局");
    RollUp.NamedOrgan second =
        new RollUp.NamedOrgan(new OrganCode(ReportOrgans.department(2)), "临县某乡");
    return new RollUp(List.of(first, second), List.of(child(first, 1)), List.of(), List.of());
  }

  private static RollUp.AddedReport child(RollUp.NamedOrgan organ, long received) {
    return new RollUp.AddedReport(
        organ,
        true,
        inForce(0, 0),
        Reports.rows(FormRow.NEWLY_RECEIVED, received, 0, 0, 0, 0, 0),
        disputes(DisputeKind.RECONSIDERATION, 0, 0).disputes());
  }

  @ParameterizedTest
  @EnumSource
  void each_check_has_an_example_that_it_fails_on(CrossCheck check) {
    Verdict verdict = check.verdict(failing(check));
    assertThat(verdict.result()).isEqualTo(Result.BROKEN);
    assertThat(verdict.findings()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void each_check_holds_for_the_published_report_without_its_slips(CrossCheck check) {
    Verdict verdict = check.verdict(Reports.sound());
    boolean aboutSeveralOrgans =
        check == CrossCheck.SUM_OF_CHILDREN || check == CrossCheck.CARRIED_IN_ACROSS_YEARS;
    assertThat(verdict.result())
        .as(verdict.findings().toString())
        .isEqualTo(aboutSeveralOrgans ? Result.NOT_APPLICABLE : Result.HOLDS);
    assertThat(verdict.blocks()).isFalse();
    assertThat(verdict.wantsReason()).isFalse();
  }

  @Test
  void applications_that_a_sum_has_never_or_twice_are_told_by_organ() {
    Verdict verdict =
        CrossCheck.EVERY_APPLICATION_ONCE.verdict(
            Reports.change()
                .rollUp(rollUp())
                .coverage(
                    new OrganCoverage(ENDED, 3, List.of()),
                    new OrganCoverage(rollUp().expected().get(0), 2, List.of("临县某局")),
                    new OrganCoverage(rollUp().expected().get(1), 4, List.of("临县某局", "临县某乡")))
                .build());
    assertThat(verdict.findings())
        .extracting(Text::chinese)
        .containsExactly("临县原商务局的申请（3件）未计入所汇总的任何一份已公布报告", "临县某乡的申请（4件）同时计入临县某局、临县某乡的报告");
    assertThat(verdict.blocks()).isTrue();
  }

  @Test
  void what_was_merged_in_carries_in_what_it_carried_out_itself() {
    RollUp.Moved merged =
        new RollUp.Moved(ENDED, Optional.of(Reports.rows(FormRow.CARRIED_OUT, 2, 0, 0, 0, 0, 0)));
    LastYear before =
        new LastYear(
            Optional.empty(), Optional.of(Reports.carriedOut(1, 0, 0, 0, 0, 0)), List.of(merged));
    CheckedReport right =
        Reports.change().row(FormRow.CARRIED_IN, 3, 3, 0, 0, 0, 0, 0).lastYear(before).build();
    assertThat(CrossCheck.CARRIED_IN_AS_PUBLISHED.verdict(right).result()).isEqualTo(Result.HOLDS);
    CheckedReport wrong =
        Reports.change().row(FormRow.CARRIED_IN, 1, 1, 0, 0, 0, 0, 0).lastYear(before).build();
    assertThat(CrossCheck.CARRIED_IN_AS_PUBLISHED.verdict(wrong).result()).isEqualTo(Result.BROKEN);
    LastYear unknown =
        new LastYear(
            before.proactive(),
            before.published(),
            List.of(new RollUp.Moved(ENDED, Optional.empty())));
    Reports.Change change = Reports.change().lastYear(unknown).merged(ENDED, 2);
    assertThat(
            CrossCheck.CARRIED_IN_AS_PUBLISHED
                .verdict(change.row(FormRow.CARRIED_IN, 3, 3, 0, 0, 0, 0, 0).build())
                .result())
        .isEqualTo(Result.UNDECIDED);
    Verdict others =
        CrossCheck.CARRIED_IN_AS_PUBLISHED.verdict(
            change.row(FormRow.CARRIED_IN, 4, 4, 0, 0, 0, 0, 0).build());
    assertThat(others.result()).isEqualTo(Result.BROKEN);
    assertThat(others.findings())
        .extracting(Text::chinese)
        .containsExactly(
            "本系统没有临县原商务局已公布的2023年度报告，并入后的上年结转未能核对",
            "表三“总计”列：其他单位的“二 上年结转”为2，其已公布的2023年度报告“四 结转下年度继续办理”为1");
  }

  @Test
  void the_22_checks_stand_in_the_order_of_their_numbers() {
    assertThat(Arrays.stream(CrossCheck.values()).map(CrossCheck::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 22).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTER_AGREES, true, false",
    "CARRIED_IN_AS_PUBLISHED, true, true",
    "CARRIED_IN_ACROSS_YEARS, true, true",
    "CITATIONS_ARE_RIGHT, false, true"
  })
  void what_is_wrong_blocks_or_wants_a_reason(CrossCheck check, boolean blocks, boolean reason) {
    Verdict verdict = check.verdict(failing(check));
    assertThat(verdict.blocks()).isEqualTo(blocks);
    assertThat(verdict.wantsReason()).isEqualTo(reason);
  }

  @Test
  void what_the_register_cannot_tell_blocks_where_its_being_wrong_would() {
    CheckedReport report =
        Reports.change().recount(Optional.empty()).handling(Optional.empty()).build();
    assertThat(CrossCheck.verdicts(report).stream().filter(Verdict::blocks).map(Verdict::check))
        .containsExactly(
            CrossCheck.REGISTER_AGREES, CrossCheck.ONE_RESULT_EACH, CrossCheck.FEES_ARE_NOTICED);
  }

  @Test
  void the_published_report_breaks_the_citations_alone() {
    List<Verdict> broken =
        CrossCheck.verdicts(Reports.published()).stream()
            .filter(verdict -> verdict.result() == Result.BROKEN)
            .toList();
    assertThat(broken)
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.check()).isEqualTo(CrossCheck.CITATIONS_ARE_RIGHT);
              assertThat(chinese(verdict))
                  .containsExactly(
                      "“引言”中写作“国务院令第七十一号”，应为“国务院令第711号”",
                      "“六、其他需要报告的事项”中写作“政府信息公开处理费”，应为“信息处理费”",
                      "“六、其他需要报告的事项”没有写明信息处理费发出收费通知的件数，没有的应写0",
                      "“六、其他需要报告的事项”没有写明信息处理费收费通知的总金额（元），没有的应写0",
                      "“六、其他需要报告的事项”没有写明信息处理费实际收取的总金额（元），没有的应写0");
            });
  }

  @Test
  void carried_over_applications_that_vanish_are_shown_column_by_column() {
    assertThat(chinese(CrossCheck.IN_EQUALS_OUT.verdict(failing(CrossCheck.IN_EQUALS_OUT))))
        .containsExactly("表三“自然人”列：“一”加“二”为26，“三（七）”加“四”为25", "表三“总计”列：“一”加“二”为27，“三（七）”加“四”为26");
  }

  @Test
  void outcomes_that_do_not_add_up_are_shown_with_both_sums() {
    assertThat(chinese(CrossCheck.CONCLUDED_IS_SUM.verdict(failing(CrossCheck.CONCLUDED_IS_SUM))))
        .containsExactly("表三“自然人”列：各项办理结果之和为24，“三（七）总计”为25", "表三“总计”列：各项办理结果之和为25，“三（七）总计”为26");
  }

  @Test
  void a_row_that_does_not_add_up_is_shown_with_both_sums() {
    assertThat(chinese(CrossCheck.TOTAL_IS_SUM.verdict(failing(CrossCheck.TOTAL_IS_SUM))))
        .containsExactly("表三“三（五）2 重复申请”行：各类申请人之和为0，“总计”列为1");
  }

  @Test
  void a_dispute_group_that_does_not_add_up_is_shown_with_both_sums() {
    assertThat(chinese(CrossCheck.DISPUTES_ADD_UP.verdict(failing(CrossCheck.DISPUTES_ADD_UP))))
        .containsExactly("表四“行政复议”：维持、纠正、其他结果、尚未审结之和为3，“总计”为2");
  }

  @Test
  void empty_sections_a_missing_date_and_negative_figures_are_all_named() {
    CheckedReport report =
        Reports.change()
            .overview()
            .signed("临县人民政府办公室", Optional.empty())
            .row(FormRow.CARRIED_IN, -1, 0, 0, 0, 0, 0, 0)
            .dispute(DisputeKind.LITIGATION_DIRECT, -2, 0, 0, 2, 0)
            .build();
    assertThat(chinese(CrossCheck.NOTHING_MISSING.verdict(report)))
        .containsExactly(
            "“一、总体情况”没有内容",
            "落款没有成文日期",
            "表三“二 上年结转政府信息公开申请数量”行的总计为-1，小于0",
            "表四“行政诉讼（未经复议直接起诉）”有数据为-2，小于0");
  }

  @Test
  void documents_in_force_follow_from_last_years() {
    assertThat(
            chinese(
                CrossCheck.IN_FORCE_CONTINUES.verdict(
                    Reports.change().inForceLastYear(inForce(1, 4)).build())))
        .containsExactly(
            "表二“规章”：2023年现行有效1件，加本年制发0件，减本年废止0件，为1件，本年“现行有效件数”为0件",
            "表二“行政规范性文件”：2023年现行有效4件，加本年制发0件，减本年废止3件，为1件，本年“现行有效件数”为0件");
  }

  @Test
  void what_has_nothing_to_be_compared_with_is_undecided() {
    CheckedReport report =
        Reports.change().lastYear(LastYear.UNKNOWN).recount(Optional.empty()).build();
    CheckedReport undated = Reports.change().signed("临县人民政府办公室", Optional.empty()).build();
    assertThat(CrossCheck.IN_FORCE_CONTINUES.verdict(report).result()).isEqualTo(Result.UNDECIDED);
    assertThat(CrossCheck.REGISTER_AGREES.verdict(report).result()).isEqualTo(Result.UNDECIDED);
    assertThat(CrossCheck.DATED_IN_TIME.verdict(undated).result()).isEqualTo(Result.UNDECIDED);
  }

  @Test
  void every_one_of_the_175_cells_is_compared_with_the_register() {
    for (FormRow code : FormRow.values()) {
      for (int column = 0; column < 7; column++) {
        List<MatrixRow> recount = new ArrayList<>(Reports.sound().matrix().rows());
        recount.set(code.ordinal(), oneMore(recount.get(code.ordinal()), column));
        Verdict verdict =
            CrossCheck.REGISTER_AGREES.verdict(
                Reports.change().recount(Optional.of(recount)).build());
        assertThat(verdict.findings()).as("%s %d", code, column).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "《中华人民共和国政府信息公开条例》（国务院令第71号）|国务院令第71号",
        "《政府信息公开条例》（中华人民共和国国务院令第492号，以下简称《条例》）|国务院令第492号",
        "《政府信息公开条例》(国务院令 第七一号)|国务院令第七一号",
        "（国办公开办函〔2021〕3号）|国办公开办函〔2021〕3号",
        "（国办公开办函[2021]30号）|国办公开办函[2021]30号",
        "（国办公开办函（2021）30号）|国办公开办函（2021）30号",
        "（国办公开办函〔2012〕30号）|国办公开办函〔2012〕30号",
        "全年未收取信息公开处理费|信息公开处理费",
        "全年未收取政府信息处理费|政府信息处理费",
        "本报告统计期限自2023年1月1日起|2023年1月1日",
        "统计期限至2023 年 12 月 31 日止|2023 年 12 月 31 日",
        "现将2023年度政府信息公开工作报告如下|2023年度政府信息公开工作",
      })
  void a_wrong_citation_is_shown_as_written(String lead, String shown) {
    assertThat(chinese(CrossCheck.CITATIONS_ARE_RIGHT.verdict(Reports.change().lead(lead).build())))
        .singleElement()
        .asString()
        .contains("“" + shown + "”");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "《中华人民共和国政府信息公开条例》（国务院令第711号）",
        "《中华人民共和国政府信息公开条例》（中华人民共和国国务院令 第711号，以下简称《条例》）",
        "《政府信息公开条例》(国务院令第七一一号)",
        "《政府信息公开条例》（国务院令第七百一十一号）",
        "《信访工作条例》（国务院令第431号）",
        "（国办公开办函〔2021〕30号）",
        "依据《政府信息公开信息处理费管理办法》，未收取信息处理费",
        "统计期限从2024年1月1日起至2024年12月31日止",
        "2024年政府信息公开工作年度报告",
      })
  void a_right_citation_passes(String lead) {
    assertThat(CrossCheck.CITATIONS_ARE_RIGHT.verdict(Reports.change().lead(lead).build()).result())
        .isEqualTo(Result.HOLDS);
  }

  @Test
  void another_organ_in_the_signature_is_shown_with_both_names() {
    CheckedReport report = Reports.change().organName("临县人民政府").build();
    assertThat(chinese(CrossCheck.CITATIONS_ARE_RIGHT.verdict(report)))
        .containsExactly("标题的机关名称为“临县人民政府”，落款为“临县人民政府办公室”");
  }

  @Test
  void fees_told_otherwise_than_the_register_are_shown_with_both_amounts() {
    CheckedReport report =
        Reports.change().otherMatters("2024年，本机关发出信息处理费收费通知2件，总金额1,480元，实际收取0元。").build();
    assertThat(chinese(CrossCheck.TEXTS_AGREE.verdict(report)))
        .containsExactly(
            "“六、其他需要报告的事项”中信息处理费发出收费通知的件数写作2，登记系统中为0",
            "“六、其他需要报告的事项”中信息处理费收费通知的总金额（元）写作1480，登记系统中为0");
  }

  @Test
  void a_report_over_several_organs_is_not_compared_with_the_register() {
    assertThat(
            CrossCheck.REGISTER_AGREES
                .verdict(Reports.change().rollUp(rollUp()).recount(Optional.empty()).build())
                .result())
        .isEqualTo(Result.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "临县人民政府办公室,DEPARTMENT,2025-01-31,HOLDS",
    "临县人民政府办公室,DEPARTMENT,2025-02-01,BROKEN",
    "临县人民政府,GOVERNMENT,2025-02-01,HOLDS",
    "临县人民政府,GOVERNMENT,2025-03-31,HOLDS",
    "临县人民政府,GOVERNMENT,2025-04-01,BROKEN",
    "临县开发区管理委员会,GOVERNMENT,2025-03-10,HOLDS",
    "青石镇人民政府,TOWNSHIP,2025-03-15,BROKEN",
    "青石镇人民政府,TOWNSHIP,2025-01-31,HOLDS",
    "临县人民政府,,2025-01-31,HOLDS",
    "临县人民政府,,2025-03-31,UNDECIDED",
    "临县人民政府,,2025-04-01,BROKEN",
  })
  void a_government_has_until_march_all_others_until_january_whatever_their_names(
      String organ, OrganKind kind, String date, Result result) {
    assertThat(
            CrossCheck.DATED_IN_TIME
                .verdict(
                    Reports.change()
                        .organName(organ)
                        .kind(Optional.ofNullable(kind))
                        .signedOn(date)
                        .build())
                .result())
        .isEqualTo(result);
  }

  @ParameterizedTest
  @EnumSource
  void every_check_speaks_both_languages_and_names_its_source(CrossCheck check) {
    List<Text> texts = new ArrayList<>(check.verdict(failing(check)).findings());
    texts.add(check.rule());
    texts.add(check.source());
    assertThat(texts)
        .allSatisfy(
            text -> {
              assertThat(text.chinese()).isNotBlank();
              assertThat(text.english()).matches(".*[a-z].*").isNotEqualTo(text.chinese());
            });
  }

  @Test
  void what_is_not_entered_yet_is_named_by_check_4_and_never_taken_for_zero() {
    assertThat(four(Reports.change().proactive(ProactiveFigures.EMPTY).build()))
        .containsExactly("表二尚未填写，没有的填0");
    ProactiveFigures some =
        new ProactiveFigures(
            new DocumentFigures(Optional.of(0L), Optional.empty(), Optional.of(0L)),
            new DocumentFigures(0, 3, 0),
            Optional.of(0L),
            Optional.of(0L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(four(Reports.change().proactive(some).build()))
        .containsExactly("表二“规章”本年废止件数没有填写，没有的填0", "表二“行政强制”没有填写，没有的填0", "表二“行政事业性收费”没有填写，没有的填0");
    assertThat(
            four(
                Reports.change()
                    .figures(new NamedFigure("visits", "访问量", Optional.empty(), List.of()))
                    .build()))
        .containsExactly("自定义数据“访问量”没有填写");
    assertThat(four(Reports.change().signed("", Optional.of(LocalDate.of(2025, 1, 20))).build()))
        .containsExactly("落款没有机关名称");
    assertThat(CrossCheck.NOTHING_MISSING.waiver()).isEqualTo(Waiver.NONE);
  }

  @Test
  void what_is_missing_is_told_with_the_field_in_which_it_is_mended() {
    ProactiveFigures some =
        new ProactiveFigures(
            new DocumentFigures(Optional.of(0L), Optional.empty(), Optional.of(0L)),
            new DocumentFigures(0, 3, 0),
            Optional.of(0L),
            Optional.of(0L),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(places(CrossCheck.NOTHING_MISSING, Reports.change().proactive(some).build()))
        .containsExactly(
            "proactive.regulations.repealed",
            "proactive.administrativeCoercion",
            "proactive.administrativeFees10kYuan");
    assertThat(
            places(
                CrossCheck.NOTHING_MISSING,
                Reports.change().proactive(ProactiveFigures.EMPTY).build()))
        .containsExactly("proactive");
    assertThat(
            places(
                CrossCheck.NOTHING_MISSING,
                Reports.change()
                    .figures(new NamedFigure("visits", "访问量", Optional.empty(), List.of()))
                    .build()))
        .containsExactly("figures.visits");
    assertThat(
            places(
                CrossCheck.NOTHING_MISSING, Reports.change().signed("", Optional.empty()).build()))
        .containsExactly("signedBy", "signedOn");
    assertThat(places(CrossCheck.CITATIONS_ARE_RIGHT, failing(CrossCheck.CITATIONS_ARE_RIGHT)))
        .isNotEmpty()
        .doesNotContain("");
    assertThat(places(CrossCheck.TEXTS_AGREE, failing(CrossCheck.TEXTS_AGREE)))
        .isNotEmpty()
        .allMatch(Set.of("lead", "overview", "problems", "otherMatters")::contains);
    assertThat(places(CrossCheck.IN_FORCE_CONTINUES, failing(CrossCheck.IN_FORCE_CONTINUES)))
        .isNotEmpty()
        .allMatch(place -> place.endsWith(".inForce"));
  }

  private static List<String> places(CrossCheck check, CheckedReport report) {
    return check.verdict(report).found().stream().map(Verdict.Found::place).toList();
  }

  private static List<String> four(CheckedReport report) {
    Verdict verdict = CrossCheck.NOTHING_MISSING.verdict(report);
    assertThat(verdict.blocks()).isTrue();
    return chinese(verdict);
  }

  @Test
  void what_is_not_entered_yet_is_compared_with_nothing() {
    CheckedReport now = Reports.change().proactive(ProactiveFigures.EMPTY).build();
    assertThat(CrossCheck.IN_FORCE_CONTINUES.verdict(now).result()).isEqualTo(Result.UNDECIDED);
    CheckedReport before = Reports.change().inForceLastYear(ProactiveFigures.EMPTY).build();
    assertThat(CrossCheck.IN_FORCE_CONTINUES.verdict(before).result()).isEqualTo(Result.UNDECIDED);
    CheckedReport parts =
        Reports.change()
            .figures(
                new NamedFigure("items", "网站发布信息", 5074, List.of("news", "other")),
                new NamedFigure("news", "政务动态", 3088, List.of()),
                new NamedFigure("other", "其他", Optional.empty(), List.of()))
            .build();
    assertThat(CrossCheck.NAMED_FIGURES_ADD_UP.verdict(parts).result()).isEqualTo(Result.HOLDS);
    CheckedReport told =
        Reports.change().proactive(ProactiveFigures.EMPTY).overview("2024年，作出行政许可决定12件。").build();
    assertThat(CrossCheck.TEXTS_AGREE.verdict(told).result()).isEqualTo(Result.HOLDS);
  }

  private static ProactiveFigures inForce(long regulations, long normativeDocuments) {
    return new ProactiveFigures(
        new DocumentFigures(0, 0, regulations),
        new DocumentFigures(0, 0, normativeDocuments),
        0,
        0,
        0,
        BigDecimal.ZERO);
  }

  private static Optional<List<MatrixRow>> recounted() {
    List<MatrixRow> rows = new ArrayList<>(Reports.sound().matrix().rows());
    rows.set(0, oneMore(rows.get(0), 6));
    return Optional.of(rows);
  }

  private static MatrixRow oneMore(MatrixRow row, int column) {
    if (column == 6) {
      return new MatrixRow(row.code(), row.counts(), row.total() + 1);
    }
    long[] one = new long[6];
    one[column] = 1;
    return new MatrixRow(row.code(), row.counts().plus(Counts.of(one)), row.total());
  }

  private static List<String> chinese(Verdict verdict) {
    return verdict.findings().stream().map(Text::chinese).toList();
  }
}
