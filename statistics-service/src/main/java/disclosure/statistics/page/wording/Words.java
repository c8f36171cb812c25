package disclosure.statistics.page.wording;

import disclosure.edge.look.ChineseDates;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganKind;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import java.util.Optional;

/** How the pages call things. */
public final class Words {

  private Words() {}

  /**
   * Which organs are counted.
   *
   * @param kind of the organ at the top, where that is known: a department has no region
   */
  public static String of(Scope scope, Optional<OrganKind> kind) {
    return switch (scope) {
      case OWN -> "本机关";
      case LEVEL -> "本级（含所属部门）";
      case SUBTREE -> kind.filter(Words::hasRegion).isPresent() ? "本行政区域（含所有下级机关）" : "本机关和所有下级机关";
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
    return isYear(period)
        ? row.label()
        : row.label().replace("本年", "本期").replace("上年", "上期").replace("下年度", "下期");
  }

  /** What the rows of a period mean that is no whole year; empty for a year. */
  public static String note(Period period) {
    return isYear(period) ? "" : "所选期间不是整年：上期结转为起始日期之前收到而当时尚未办结的申请，结转下期为截止日期时尚未办结的申请。";
  }

  /** How the rows of outcomes are called together. */
  public static String results(Period period) {
    return isYear(period) ? "三、本年度办理结果" : "三、本期办理结果";
  }

  private static boolean isYear(Period period) {
    return period.equals(Period.ofYear(period.from().getYear()));
  }

  /** A period by its year, or its days. */
  public static String of(Period period) {
    return isYear(period)
        ? period.from().getYear() + "年"
        : ChineseDates.of(period.from()) + "至" + ChineseDates.of(period.to());
  }
}
