package disclosure.report.check;

import disclosure.report.language.Text;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The checks, each under its number. */
public enum CrossCheck {
  IN_EQUALS_OUT(
      1,
      Severity.BLOCKS,
      Source.FORM,
      new Text(
          "表三每一列：第一项加第二项之和，等于第三项加第四项之和",
          "Table three, every column: rows one and two equal rows three (7) and four"),
      TableThreeRules::inEqualsOut),
  CONCLUDED_IS_SUM(
      2,
      Severity.BLOCKS,
      Source.FORM,
      new Text(
          "表三每一列：三（七）总计等于各项办理结果之和",
          "Table three, every column: row three (7) is the sum of the outcomes"),
      TableThreeRules::concludedIsSum),
  TOTAL_IS_SUM(
      3,
      Severity.BLOCKS,
      Source.FORM,
      new Text(
          "表三每一行：总计等于各类申请人之和",
          "Table three, every row: the total is the sum of the applicant types"),
      TableThreeRules::totalIsSum),
  NOTHING_MISSING(
      4,
      Severity.BLOCKS,
      Source.ARTICLE_50,
      new Text(
          "六个部分均有内容，各项数据为不小于0的数，有成文日期",
          "All six sections are filled, no figure is below zero, and the report is dated"),
      CompletenessRules::nothingMissing),
  DISPUTES_ADD_UP(
      5,
      Severity.BLOCKS,
      Source.FORM,
      new Text(
          "表四每一组：维持、纠正、其他结果、尚未审结之和等于总计",
          "Table four, every group: upheld, corrected, other and pending add up to the total"),
      TableFourRules::addUp),
  IN_FORCE_CONTINUES(
      7,
      Severity.WARNS,
      Source.ARTICLE_20,
      new Text(
          "表二：上年现行有效件数加本年制发件数减本年废止件数，等于本年现行有效件数",
          "Table two: in force last year, plus issued, minus repealed, equals in force this year"),
      TableTwoRules::inForceContinues),
  REGISTER_AGREES(
      11,
      Severity.BLOCKS,
      Source.ARTICLE_50,
      new Text(
          "表三的175个数据与登记系统重新计数的结果一致",
          "All 175 cells of table three equal the register's own recount"),
      TableThreeRules::registerAgrees),
  CITATIONS_ARE_RIGHT(
      17,
      Severity.WARNS,
      Source.FORM,
      new Text(
          "引用的法规文号、信息处理费名称、年度和机关名称正确、一致",
          "Decree and notice numbers, the fee's name, the year and the organ's name are right"),
      CitationRules::citations),
  DATED_IN_TIME(
      21,
      Severity.WARNS,
      Source.ARTICLE_49,
      new Text(
          "成文日期不晚于法定期限（部门1月31日，政府3月31日）",
          "Dated within the statutory time (departments 31 January, governments 31 March)"),
      DateRules::datedInTime);

  private final int number;
  private final Severity severity;
  private final Text source;
  private final Text rule;
  private final Function<CheckedReport, List<Finding>> findings;

  CrossCheck(
      int number,
      Severity severity,
      Text source,
      Text rule,
      Function<CheckedReport, List<Finding>> findings) {
    this.number = number;
    this.severity = severity;
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
    List<Finding> found = findings.apply(report);
    Result result =
        found.stream()
            .map(Finding::result)
            .reduce(Result.HOLDS, (one, other) -> one == Result.BROKEN ? one : other);
    return new Verdict(this, result, found.stream().map(Finding::message).toList());
  }

  /** The number under which the check is known for good. */
  public int number() {
    return number;
  }

  /** What it means that the check doesn't hold. */
  public Severity severity() {
    return severity;
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
    static final Text ARTICLE_49 =
        new Text("《政府信息公开条例》第四十九条", "Regulation on Open Government Information, Article 49");
    static final Text ARTICLE_50 =
        new Text("《政府信息公开条例》第五十条", "Regulation on Open Government Information, Article 50");
  }
}
