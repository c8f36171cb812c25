package disclosure.statistics.page;

import disclosure.statistics.contract.Period;
import disclosure.statistics.contract.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the pages call things. */
final class Words {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.CHINA).withZone(CHINA);

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
        : of(period.from()) + "至" + of(period.to());
  }

  static String of(Instant moment) {
    return MOMENT.format(moment);
  }

  private static String of(LocalDate day) {
    return DAY.format(day);
  }
}
