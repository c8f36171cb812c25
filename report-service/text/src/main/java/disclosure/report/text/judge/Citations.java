package disclosure.report.text.judge;

import disclosure.report.text.Paragraph;
import disclosure.report.text.Section;
import disclosure.report.text.word.NormalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names and numbers of what every report rests on. */
public final class Citations {

  private static final String REGULATION = "(?:中华人民共和国)?政府信息公开条例";

  /** The decree's number, in digits or spelled out. */
  private static final Set<String> DECREE = Set.of("711", "七一一", "七百一十一");

  private static final Set<String> DECREE_BEFORE = Set.of("492", "四九二", "四百九十二");

  private static final String NUMBER = "([0-9〇零一二三四五六七八九十百]{1,8})";
  private static final Pattern DECREES = Pattern.compile("国务院(?:令[(]?第?|第)" + NUMBER + "号(?:令)?");
  private static final Pattern BRACKET =
      Pattern.compile("(?:《" + REGULATION + "》|《条例》)[(]((?:[^()]++|[(][^()]*+[)])*+)[)]");
  private static final Pattern BEFORE =
      Pattern.compile("(国务院(?:令第?|第)" + NUMBER + "号(?:令)?)(?:公布的|修订的)?《" + REGULATION + "》");

  private static final Pattern FORM_NOTICE =
      Pattern.compile("国办公开办函([〔(])([0-9]{4})([〕)])([0-9]{1,4})号");
  private static final Pattern FEE_MEASURES =
      Pattern.compile("《政府信息公开信息处理费管理办法》[^()《]{0,12}[(][^()]*?(国办函〔[0-9]{4}〕[0-9]{1,4}号)");
  private static final String FEE_MEASURES_NUMBER = "国办函〔2020〕109号";

  /** 信息处理费 is the fee's name; a word before it that leaves out 信息 makes another. */
  private static final Pattern OTHER_FEE = Pattern.compile("(?:政府)?信息公开处理费|政府信息处理费");

  private static final Pattern PERIOD = Pattern.compile("([0-9]{4})年1月1日|([0-9]{4})年12月31日");
  private static final Pattern REPORT_YEAR =
      Pattern.compile("([0-9]{4})年度?政府信息公开工作(?!要点|安排|方案|计划|会议|考核)");
  private static final Pattern DATED = Pattern.compile("[起止至截从自]|期限|数据|统计");

  private Citations() {}

  /**
   * A name or number that should be another one.
   *
   * @param section where
   * @param found as printed
   * @param right what it should be
   */
  public record Wrong(Section section, String found, String right) {}

  /**
   * The citations that are wrong.
   *
   * @param formNotice the number of the notice whose form the report is in
   */
  public static List<Wrong> wrong(String formNotice, List<Paragraph> paragraphs) {
    List<Wrong> wrong = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      NormalText text = NormalText.of(paragraph.text());
      decrees(paragraph.section(), text, wrong);
      notices(formNotice, paragraph.section(), text, wrong);
      matches(FEE_MEASURES, text)
          .filter(cited -> !cited.group(1).equals(FEE_MEASURES_NUMBER))
          .forEach(
              cited ->
                  wrong.add(
                      new Wrong(
                          paragraph.section(),
                          text.original(cited.start(1), cited.end(1)),
                          FEE_MEASURES_NUMBER)));
      matches(OTHER_FEE, text)
          .forEach(cited -> wrong.add(new Wrong(paragraph.section(), cited.group(), "信息处理费")));
    }
    return wrong;
  }

  /** The decree of 2007 may be named beside that of 2019, which revised it. */
  private static void decrees(Section section, NormalText text, List<Wrong> wrong) {
    matches(BRACKET, text)
        .forEach(
            bracket -> {
              List<String> numbers =
                  DECREES.matcher(bracket.group(1)).results().map(r -> r.group(1)).toList();
              boolean revised = numbers.stream().anyMatch(DECREE::contains);
              numbers.stream()
                  .filter(number -> !DECREE.contains(number))
                  .filter(number -> !(revised && DECREE_BEFORE.contains(number)))
                  .forEach(number -> wrong.add(decree(section, number)));
            });
    matches(BEFORE, text)
        .filter(cited -> !DECREE.contains(cited.group(2)))
        .forEach(cited -> wrong.add(decree(section, cited.group(2))));
  }

  private static Wrong decree(Section section, String number) {
    return new Wrong(section, "国务院令第" + number + "号", "国务院令第711号");
  }

  /** Only the form's own notice has one number; the office has issued others. */
  private static void notices(String right, Section section, NormalText text, List<Wrong> wrong) {
    boolean beside = matches(FORM_NOTICE, text).anyMatch(cited -> isRight(right, text, cited));
    matches(FORM_NOTICE, text)
        .filter(cited -> !isRight(right, text, cited))
        .filter(cited -> isForm(section, text.text(), cited.start(), beside))
        .map(cited -> text.original(cited.start(), cited.end()))
        .forEach(cited -> wrong.add(new Wrong(section, cited, right)));
  }

  private static boolean isRight(String right, NormalText text, MatchResult cited) {
    return text.original(cited.start(), cited.end()).replaceAll("[\\s　]", "").equals(right);
  }

  /** The notice of 2019 may be cited by its title, or beside the form's. */
  private static boolean isForm(Section section, String text, int at, boolean beside) {
    int sentence = Math.max(text.lastIndexOf('。', at), text.lastIndexOf(';', at)) + 1;
    String before = text.substring(sentence, at);
    int title = Math.max(before.lastIndexOf("通知"), before.lastIndexOf('》'));
    if (title < 0) {
      return !beside && (before.contains("年度报告") || section == Section.LEAD);
    }
    int from = before.lastIndexOf('《', title);
    String named = from < 0 ? before : before.substring(from);
    return named.contains("年度报告") && named.contains("格式")
        || before.substring(0, title).contains("年度报告格式");
  }

  /** What the lead tells as the year of the report or its period, where that is another year. */
  public static List<String> otherYears(int year, List<String> lead) {
    List<String> other = new ArrayList<>();
    for (String paragraph : lead) {
      NormalText text = NormalText.of(paragraph);
      Stream.concat(
              matches(REPORT_YEAR, text),
              matches(PERIOD, text).filter(told -> isPeriod(text.text(), told)))
          .filter(told -> year(told) != year)
          .forEach(told -> other.add(text.original(told.start(), told.end())));
    }
    return other;
  }

  private static boolean isPeriod(String text, MatchResult told) {
    int from = text.lastIndexOf('。', told.start()) + 1;
    int to = text.indexOf('。', told.end());
    String sentence = text.substring(from, to < 0 ? text.length() : to);
    return !sentence.contains("施行") && DATED.matcher(sentence).find();
  }

  private static int year(MatchResult told) {
    String first = told.group(1);
    return Integer.parseInt(first == null ? told.group(2) : first);
  }

  private static Stream<MatchResult> matches(Pattern pattern, NormalText text) {
    Matcher matcher = pattern.matcher(text.text());
    return matcher.results();
  }
}
