package disclosure.report.check;

import disclosure.report.content.DraftContent;
import disclosure.report.content.FormEdition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names and numbers in the texts that are the same in every report. */
final class CitationRules {

  /** The decree's number, in digits or spelled out. */
  private static final Set<String> DECREE = Set.of("711", "七一一", "七百一十一");

  private static final Pattern CITED_DECREE =
      Pattern.compile("政府信息公开条例》[（(][^（()）]{0,20}?国务院令[\\s　]*第?([^号（()）]{1,10})号");
  private static final Pattern CITED_NOTICE =
      Pattern.compile("国办公开办函\\s*[〔\\[［（(【]?\\s*\\d{4}\\s*[〕\\]］）)】]?\\s*\\d+\\s*号");

  /** 信息处理费 is the fee's name; a word before it that leaves out 信息 makes another. */
  private static final Pattern OTHER_FEE = Pattern.compile("(?:政府)?信息公开处理费|政府信息处理费");

  private static final Pattern PERIOD_START = Pattern.compile("(\\d{4})\\s*年\\s*1\\s*月\\s*1\\s*日");
  private static final Pattern PERIOD_END = Pattern.compile("(\\d{4})\\s*年\\s*12\\s*月\\s*31\\s*日");
  private static final Pattern REPORT_YEAR = Pattern.compile("(\\d{4})\\s*年度?政府信息公开工作");

  private CitationRules() {}

  static List<Finding> citations(CheckedReport report) {
    DraftContent content = report.content();
    List<Finding> findings = new ArrayList<>();
    names("引言", content.lead(), report.year(), findings);
    names("一、总体情况", content.overview(), report.year(), findings);
    names("五、存在的主要问题及改进情况", content.problems(), report.year(), findings);
    names("六、其他需要报告的事项", content.otherMatters(), report.year(), findings);
    content.lead().forEach(paragraph -> years(paragraph, report.year(), findings));
    signature(report.matrix().organName(), content.signedBy(), findings);
    findings.addAll(FeeStatement.missing(report));
    return findings;
  }

  private static void names(
      String place, List<String> paragraphs, int year, List<Finding> findings) {
    String notice = FormEdition.of(year).notice();
    for (String paragraph : paragraphs) {
      CITED_DECREE
          .matcher(paragraph)
          .results()
          .filter(cited -> !DECREE.contains(cited.group(1).strip()))
          .forEach(cited -> wrong(place, decree(cited.group(1)), decree("711"), findings));
      CITED_NOTICE
          .matcher(paragraph)
          .results()
          .filter(cited -> !cited.group().equals(notice))
          .forEach(cited -> wrong(place, cited.group(), notice, findings));
      OTHER_FEE
          .matcher(paragraph)
          .results()
          .forEach(cited -> wrong(place, cited.group(), "信息处理费", findings));
    }
  }

  private static String decree(String number) {
    return "国务院令第" + number + "号";
  }

  private static void wrong(String place, String found, String right, List<Finding> findings) {
    findings.add(
        Finding.broken(
            "“%s”中写作“%s”，应为“%s”", "%s has “%s”; it should be “%s”", place, found, right));
  }

  /** The lead tells the year of the report and its period, and no other year. */
  private static void years(String lead, int year, List<Finding> findings) {
    Stream.of(REPORT_YEAR, PERIOD_START, PERIOD_END)
        .flatMap(pattern -> pattern.matcher(lead).results())
        .filter(told -> Integer.parseInt(told.group(1)) != year)
        .map(MatchResult::group)
        .forEach(
            told ->
                findings.add(
                    Finding.broken(
                        "标题为%d年，“引言”中写作“%s”",
                        "The title says %d, the lead says “%s”", year, told)));
  }

  private static void signature(String organName, String signedBy, List<Finding> findings) {
    if (!signedBy.equals(organName)) {
      findings.add(
          Finding.broken(
              "标题的机关名称为“%s”，落款为“%s”",
              "The title names “%s”, the signature “%s”", organName, signedBy));
    }
  }
}
