package disclosure.requests.ledger.words;

import disclosure.edge.look.ChineseNumerals;
import disclosure.requests.ledger.sheet.Line;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The year that stands above a table; none when several do. A year with 年度 beats one without, and
 * when the table was made or filled in says nothing of its year.
 */
public final class TitleYear {

  /** Also the years from one to another, of which the first often stands without 年. */
  private static final Pattern YEARS =
      Pattern.compile(
          "(?:(?<!\\d)(?<from>20\\d{2})\\s{0,4}(?:年(?<fromAnnual>度)?)?\\s{0,4}"
              + "[—–~至到、,及和与/-]{1,4}\\s{0,4})?(?<year>(?:20)?\\d{2})\\s{0,4}年(?<annual>度)?");

  /** The name of a sheet says the year in fewer words than a title: 2025, 25年, 台账(2025). */
  private static final Pattern BARE = Pattern.compile("(?<!\\d)20\\d{2}(?!\\d)");

  private static final Pattern SHORT = Pattern.compile("(?:^|[(])(\\d{2})年");

  private static final String MONTH = "(?<!\\d)(?:20)?\\d{2}\\s{0,4}年\\s{0,4}\\d{1,2}\\s{0,4}月";
  private static final String DAY = MONTH + "\\s{0,4}+\\d{1,2}+\\s{0,4}+日?+";
  private static final String MAKING = "填[报表写]|制[表作]|打印|印制|更新|编制|导出|上报|报送|生成|录入";

  /** 填报日期：2026年1月5日, 截至2025年12月, and what stands in the cell beside such a word. */
  private static final Pattern SAID_BEFORE =
      Pattern.compile(
          "(?:截[至止]|(?:"
              + MAKING
              + ")(?:日期|时间|于|日)?)[至到]?[\\s:|]{0,6}(?:"
              + DAY
              + "|"
              + MONTH
              + ")");

  /** （2026年1月制）, 2026年1月5日更新. */
  private static final Pattern SAID_BEHIND =
      Pattern.compile("(?:" + DAY + "|" + MONTH + ")\\s{0,4}(?:" + MAKING + "|[制编印])");

  /** A day is when something was done, unless it is the first or the last of some time. */
  private static final Pattern LONE_DAY =
      Pattern.compile("(?<![—–~至到-]\\s{0,4})" + DAY + "(?!\\s{0,4}[—–~至到-])");

  private static final Pattern DAY_OF_SHEET =
      Pattern.compile("(?<!\\d)20\\d{2}[-._年]\\d{1,2}[-._月]\\d{1,2}(?!\\d)日?");

  private final Set<Integer> ofSheet = new TreeSet<>();
  private final Set<Integer> annual = new TreeSet<>();
  private final Set<Integer> bare = new TreeSet<>();

  /** That of a sheet with this name, until a title is added. */
  public TitleYear(String sheet) {
    String plain = DAY_OF_SHEET.matcher(plain(sheet)).replaceAll(" ");
    BARE.matcher(plain).results().forEach(year -> ofSheet.add(Integer.valueOf(year.group())));
    SHORT.matcher(plain).results().forEach(year -> ofSheet.add(year(year.group(1))));
    add(plain, ofSheet, ofSheet);
  }

  /** Takes a line above the headings. */
  public void add(Line line) {
    String said = plain(String.join("|", line.cells()));
    for (Pattern made : new Pattern[] {SAID_BEFORE, SAID_BEHIND, LONE_DAY}) {
      said = made.matcher(said).replaceAll(" ");
    }
    add(said, annual, bare);
  }

  private static void add(String text, Set<Integer> annual, Set<Integer> bare) {
    Matcher found = YEARS.matcher(text);
    while (found.find()) {
      boolean isAnnual = found.group("annual") != null || found.group("fromAnnual") != null;
      Set<Integer> years = isAnnual ? annual : bare;
      if (found.group("from") != null) {
        years.add(year(found.group("from")));
      }
      if (found.group("from") != null || found.group("year").length() == 4) {
        years.add(year(found.group("year")));
      }
    }
  }

  private static String plain(String text) {
    return ChineseNumerals.inArabic(Normalizer.normalize(text, Normalizer.Form.NFKC));
  }

  private static int year(String digits) {
    return digits.length() == 2 ? 2000 + Integer.parseInt(digits) : Integer.parseInt(digits);
  }

  /** The one; empty when none is named, or several. */
  public Optional<Integer> year() {
    Set<Integer> years = new TreeSet<>(annual.isEmpty() ? bare : annual);
    years.addAll(ofSheet);
    return years.size() == 1 ? years.stream().findFirst() : Optional.empty();
  }
}
