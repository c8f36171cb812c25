package disclosure.report.check;

import disclosure.edge.Text;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The 22 cross-checks (勾稽关系), each under its number. */
public enum CrossCheck {
  IN_EQUALS_OUT(
      1,
      Waiver.NONE,
      Source.FORM,
      new Text(
          "表三每一列：第一项加第二项之和，等于第三项加第四项之和",
          "Table three, every column: rows one and two equal rows three (7) and four"),
      TableThreeRules::inEqualsOut),
  CONCLUDED_IS_SUM(
      2,
      Waiver.NONE,
      Source.FORM,
      new Text(
          "表三每一列：三（七）总计等于各项办理结果之和",
          "Table three, every column: row three (7) is the sum of the outcomes"),
      TableThreeRules::concludedIsSum),
  TOTAL_IS_SUM(
      3,
      Waiver.NONE,
      Source.FORM,
      new Text(
          "表三每一行：总计等于各类申请人之和",
          "Table three, every row: the total is the sum of the applicant types"),
      TableThreeRules::totalIsSum),
  NOTHING_MISSING(
      4,
      Waiver.NONE,
      Source.ARTICLE_50,
      new Text(
          "六个部分均有内容，各项数据为不小于0的数，有成文日期",
          "All six sections are filled, no figure is below zero, and the report is dated"),
      CompletenessRules::nothingMissing),
  DISPUTES_ADD_UP(
      5,
      Waiver.NONE,
      Source.FORM,
      new Text(
          "表四每一组：维持、纠正、其他结果、尚未审结之和等于总计",
          "Table four, every group: upheld, corrected, other and pending add up to the total"),
      TableFourRules::addUp),
  CARRIED_IN_AS_PUBLISHED(
      6,
      Waiver.PRINTED_REASON,
      Source.FORM,
      new Text(
          "表三每一列：上年结转等于最近公布的上年度报告的结转下年度继续办理",
          "Table three, every column: carried in equals carried out in the report last published"
              + " for the year before"),
      TableThreeRules::carriedInAsPublished),
  IN_FORCE_CONTINUES(
      7,
      Waiver.REASON,
      Source.ARTICLE_20,
      new Text(
          "表二：上年现行有效件数加本年制发件数减本年废止件数，等于本年现行有效件数",
          "Table two: in force last year, plus issued, minus repealed, equals in force this year"),
      TableTwoRules::inForceContinues),
  PENDING_CONTINUES(
      8,
      Waiver.REASON,
      Source.FORM,
      new Text("表四每一组：本年总计不少于上年尚未审结", "Table four, every group: the total covers what was pending"),
      TableFourRules::pendingContinues),
  SUITS_FOLLOW_RECONSIDERATION(
      9,
      Waiver.REASON,
      Source.ARTICLE_51,
      new Text(
          "表四：复议后起诉的新增案件不多于本年和上年审结的行政复议案件",
          "Table four: new suits after reconsideration follow decisions of this year or the last"),
      TableFourRules::suitsFollowReconsideration),
  RECONSIDERATION_FIRST(
      10,
      Waiver.REASON,
      Source.RECONSIDERATION_ACT_23,
      new Text(
          "2024年起，对不予公开的答复不服的，先行复议，不直接起诉",
          "Since 2024, reconsideration comes before a suit over a refusal"),
      TableFourRules::reconsiderationFirst),
  REGISTER_AGREES(
      11,
      Waiver.NONE,
      Source.ARTICLE_50,
      new Text(
          "表三的175个数据与登记系统重新计数的结果一致",
          "All 175 cells of table three equal the register's own recount"),
      TableThreeRules::registerAgrees),
  ONE_RESULT_EACH(
      12,
      Waiver.NONE,
      Source.FORM,
      new Text("每件办结的申请有且只有一个办理结果", "Every concluded application has one outcome and no more"),
      YearReviewRules::oneResultEach),
  FEES_ARE_NOTICED(
      13,
      Waiver.NONE,
      Source.FEE_MEASURES,
      new Text(
          "收取信息处理费的申请均有收费通知，实收不多于通知的金额",
          "Every fee paid or overdue was asked for by a notice, and no more was paid than asked"),
      YearReviewRules::feesAreNoticed),
  OUTCOMES_ARE_FOUNDED(
      14,
      Waiver.REASON,
      Source.ARTICLES_30_TO_36,
      new Text(
          "补正、征求意见、行政查询类的办理结果，登记系统中有相应的环节或者依据",
          "Outcomes that rest on a correction, a consultation or a special law have it in the"
              + " register"),
      YearReviewRules::outcomesAreFounded),
  TEXTS_AGREE(
      15,
      Waiver.REASON,
      Source.ARTICLE_50,
      new Text(
          "文字部分的数字与表格一致，所列各项之和等于总数",
          "Numbers in the texts are those of the tables, and listed parts add up"),
      NarrativeRules::agreesWithTables),
  NAMED_FIGURES_ADD_UP(
      16,
      Waiver.NONE,
      Source.ARTICLE_50,
      new Text("自定义数据的各分项之和等于总数", "The parts of named figures add up"),
      NarrativeRules::namedFiguresAddUp),
  CITATIONS_ARE_RIGHT(
      17,
      Waiver.REASON,
      Source.FORM,
      new Text(
          "引用的法规文号、信息处理费名称、年度和机关名称正确、一致，信息处理费的三项数据齐全",
          "Decree and notice numbers, the fee's name, the year and the organ's name are right, and"
              + " the fee's three figures are told"),
      CitationRules::citations),
  IN_TIME_AS_TOLD(
      18,
      Waiver.REASON,
      Source.ARTICLE_33,
      new Text(
          "写明全部按时答复的，登记系统中没有逾期的申请",
          "Where all answers are said to be in time, the register has none late"),
      NarrativeRules::inTimeAsTold),
  SUM_OF_CHILDREN(
      19,
      Waiver.NONE,
      Source.FORM,
      new Text(
          "汇总报告的每个数据等于各单位已公布报告之和，不缺、不重",
          "Every figure of a report over several organs is the sum of their published reports,"
              + " each once"),
      RollUpRules::sumsOfChildren),
  CARRIED_IN_ACROSS_YEARS(
      20,
      Waiver.PRINTED_REASON,
      Source.FORM,
      new Text(
          "汇总报告的上年结转等于上年结转下年度继续办理，按单位增减调整",
          "A report over several organs carries in what was carried out, adjusted for organs that"
              + " came or left"),
      RollUpRules::carriedInAcrossYears),
  DATED_IN_TIME(
      21,
      Waiver.REASON,
      Source.ARTICLE_49,
      new Text(
          "成文日期不晚于法定期限（部门1月31日，政府3月31日）",
          "Dated within the statutory time (departments 31 January, governments 31 March)"),
      DateRules::datedInTime),
  EVERY_APPLICATION_ONCE(
      22,
      Waiver.NONE,
      Source.ARTICLE_50,
      new Text(
          "每个机关的申请在本年度计入且只计入一份已公布的报告，包括年内撤销、合并的机关",
          "The applications of every organ are in one published report on the year, also those of"
              + " organs that ended in it"),
      CoverageRules::everyApplicationOnce);

  private final int number;
  private final Waiver waiver;
  private final Text source;
  private final Text rule;
  private final Function<CheckedReport, List<Finding>> findings;

  CrossCheck(
      int number,
      Waiver waiver,
      Text source,
      Text rule,
      Function<CheckedReport, List<Finding>> findings) {
    this.number = number;
    this.waiver = waiver;
    this.source = source;
    this.rule = rule;
    this.findings = findings;
  }

  /** How every check comes out for the report, in the order of their numbers. */
  public static List<Verdict> verdicts(CheckedReport report) {
    return Arrays.stream(values()).map(check -> check.verdict(report)).toList();
  }

  /** How this check comes out for the report. */
  public Verdict verdict(CheckedReport report) {
    List<Finding> found = findings.apply(report).stream().distinct().toList();
    Result result =
        Stream.of(Result.BROKEN, Result.UNDECIDED, Result.NOT_APPLICABLE)
            .filter(worst -> found.stream().anyMatch(finding -> finding.result() == worst))
            .findFirst()
            .orElse(Result.HOLDS);
    return new Verdict(
        this,
        result,
        found.stream()
            .map(finding -> new Verdict.Found(finding.message(), finding.place(), finding.key()))
            .toList());
  }

  /** The number under which the check is known for good. */
  public int number() {
    return number;
  }

  /** What it means that the check doesn't hold. */
  public Severity severity() {
    return waiver == Waiver.REASON ? Severity.WARNS : Severity.BLOCKS;
  }

  /** How the report can be published all the same. */
  public Waiver waiver() {
    return waiver;
  }

  /** The law or form that asks for it. */
  public Text source() {
    return source;
  }

  /** What should be so. */
  public Text rule() {
    return rule;
  }

  /** Where the checks come from; held apart, since an enum's own constants are made first. */
  private static final class Source {
    static final Text FORM =
        new Text(
            "国办公开办函〔2021〕30号《政府信息公开工作年度报告格式》",
            "Notice 国办公开办函〔2021〕30号 on the form of the annual report");
    static final Text ARTICLE_20 =
        new Text(
            "《政府信息公开条例》第二十条；国办公开办函〔2021〕30号",
            "Regulation on Open Government Information, Article 20; 国办公开办函〔2021〕30号");
    static final Text ARTICLE_33 =
        new Text("《政府信息公开条例》第三十三条", "Regulation on Open Government Information, Article 33");
    static final Text ARTICLES_30_TO_36 =
        new Text(
            "《政府信息公开条例》第三十条、第三十二条、第三十六条",
            "Regulation on Open Government Information, Articles 30, 32 and 36");
    static final Text ARTICLE_51 =
        new Text("《政府信息公开条例》第五十一条", "Regulation on Open Government Information, Article 51");
    static final Text RECONSIDERATION_ACT_23 =
        new Text("《行政复议法》第二十三条", "Administrative Reconsideration Act, Article 23");
    static final Text FEE_MEASURES =
        new Text(
            "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
            "Measures on the information processing fee, 国办函〔2020〕109号");
    static final Text ARTICLE_49 =
        new Text("《政府信息公开条例》第四十九条", "Regulation on Open Government Information, Article 49");
    static final Text ARTICLE_50 =
        new Text("《政府信息公开条例》第五十条", "Regulation on Open Government Information, Article 50");
  }
}
