package disclosure.statistics.page.wording;

import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import java.text.Normalizer;
import java.util.Optional;

/** How the pages call things. */
public final class Words {

  private static final String NUMERALS = "〇一二三四五六七";

  private Words() {}

  /**
   * Which organs are counted.
   *
   * @param kind of the organ at the top, where that is known: a department has no region
   */
  public static String of(Scope scope, Optional<OrganKind> kind) {
    return switch (scope) {
      case OWN -> Wording.of("本机关");
      case LEVEL -> Wording.of("本级（含所属部门）");
      case SUBTREE ->
          Wording.of(kind.filter(Words::hasRegion).isPresent() ? "本行政区域（含所有下级机关）" : "本机关和所有下级机关");
    };
  }

  private static boolean hasRegion(OrganKind kind) {
    return switch (kind) {
      case GOVERNMENT, TOWNSHIP -> true;
      case DEPARTMENT, OTHER -> false;
    };
  }

  /** How a row of table three is called, where the period is no whole year too. */
  public static String of(FormRow row, Period period) {
    return Wording.of(
        isYear(period)
            ? row.label()
            : row.label().replace("本年", "本期").replace("上年", "上期").replace("下年度", "下期"));
  }

  /** What the rows of a period mean that is no whole year; empty for a year. */
  public static String note(Period period) {
    return isYear(period) ? "" : Wording.of("所选期间不是整年：上期结转为起始日期之前收到而当时尚未办结的申请，结转下期为截止日期时尚未办结的申请。");
  }

  /** How the rows of outcomes are called together. */
  public static String results(Period period) {
    return numbered("三", Wording.of(isYear(period) ? "本年度办理结果" : "本期办理结果"));
  }

  /**
   * What the form numbers, behind its number.
   *
   * @param number as the form has it, such as 三, （四） or 1
   */
  public static String numbered(String number, String label) {
    char last = number.charAt(number.length() - 1);
    if (Wording.isEnglish()) {
      return number(number) + (last == '）' ? " " : ". ") + label;
    }
    return number
        + (last == '）' ? "" : Character.isDigit(last) ? "." : Character.toString('、'))
        + label;
  }

  /** A number of the form, such as 三（四）1; 3(4)1 on a page in English. */
  public static String number(String number) {
    if (!Wording.isEnglish()) {
      return number;
    }
    StringBuilder plain = new StringBuilder();
    for (char sign : number.toCharArray()) {
      int numeral = NUMERALS.indexOf(sign);
      plain.append(
          numeral >= 0
              ? Integer.toString(numeral)
              : Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKC));
    }
    return plain.toString();
  }

  private static boolean isYear(Period period) {
    return period.equals(Period.ofYear(period.from().getYear()));
  }

  /** A period by its year, or its days. */
  public static String of(Period period) {
    return isYear(period)
        ? Wording.of("%d年", period.from().getYear())
        : Wording.of("%s至%s", ChineseDates.of(period.from()), ChineseDates.of(period.to()));
  }
}
