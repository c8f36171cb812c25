package disclosure.report.examination.format;

import disclosure.report.examination.document.Budget;
import java.util.List;
import java.util.regex.Pattern;

/** A page of which nothing but spaces is left between paragraphs, rows and cells. */
final class RunOnText {

  private static final int MIN_LENGTH = 500;

  /** No report on one line is as long. */
  private static final int MAX_LENGTH = 1_000_000;

  private static final List<String> ALWAYS_THERE =
      List.of("第二十条", "本年新收", "上年结转", "予以公开", "结转下年", "尚未审结");

  private static final String HEADINGS =
      "[一二三四五六]\\s?、\\s?(?:总体情况|概述|(?:行政机关)?主动公开政府信息|(?:行政机关)?收到和处理政府信息"
          + "|因?政府信息公开(?:工作被申请)?行政复议|(?:政府信息公开工作)?存在的?(?:主要)?问题|其他(?:需要)?报告的?事项)";

  private static final String ROWS =
      "第二十条\\s?第|信息内容\\s|规\\s?章\\s|(?:行政)?规范性文件\\s|行政许可\\s|行政处罚\\s|行政强制\\s|行政事业性收费\\s"
          + "|政府集中采购\\s|其他对外管理服务事项\\s"
          + "|[(（]本列数据|一、本年新收|二、上年结转|三、本年度办理结果|四、结转下年"
          + "|[(（][一二三四五六七][)）]\\s?(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|总计)"
          + "|[1-8][.．、]\\s?(?:属于|其他|危及|保护第三方|本机关不|没有现成|补正后|信访举报|重复申请|要求提供|无正当理由|要求行政机关|申请人)";

  private static final Pattern BREAK =
      Pattern.compile("(?<!\\s)\\s++(?=" + HEADINGS + "|" + ROWS + ")");

  private static final Pattern BEFORE_FIGURES =
      Pattern.compile("(?<=总计)\\s++(?=[\\d/\\-—](?:\\S*+\\s++[\\d/\\-—]){14})");

  private static final Pattern BEHIND_HEADING =
      Pattern.compile("(?<=" + HEADINGS + "[^\\s。]{0,20})\\s++");

  private static final Pattern BEHIND_TITLE = Pattern.compile("(?<=年度报告)\\s++");

  private RunOnText() {}

  /** The line in as many as it was, if it is a whole report. */
  static List<String> lines(String line, Budget budget) {
    if (line.length() < MIN_LENGTH
        || line.length() > MAX_LENGTH
        || !ALWAYS_THERE.stream().allMatch(line::contains)) {
      return List.of(line);
    }
    budget.spend(20L * line.length());
    String broken = BREAK.matcher(line.strip()).replaceAll("\n");
    broken = BEFORE_FIGURES.matcher(broken).replaceAll("\n");
    broken = BEHIND_HEADING.matcher(broken).replaceAll("\n");
    broken = BEHIND_TITLE.matcher(broken).replaceFirst("\n");
    return broken.lines().toList();
  }
}
