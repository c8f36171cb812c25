package disclosure.statistics.page;

import disclosure.edge.look.ChineseDates;
import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;

/** How the pages call things. */
final class Words {

  private Words() {}

  static String of(Scope scope) {
    return switch (scope) {
      case OWN -> "本机关";
      case LEVEL -> "本级（含所属部门）";
      case SUBTREE -> "本机关及所有下级机关";
    };
  }

  static String of(Period period) {
    return period.equals(Period.ofYear(period.from().getYear()))
        ? period.from().getYear() + "年"
        : ChineseDates.of(period.from()) + "至" + ChineseDates.of(period.to());
  }
}
