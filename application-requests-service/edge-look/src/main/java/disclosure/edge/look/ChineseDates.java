package disclosure.edge.look;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the pages write days and moments. */
public final class ChineseDates {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.CHINA).withZone(CHINA);

  private ChineseDates() {}

  /** 2024年3月4日. */
  public static String of(LocalDate day) {
    return DAY.format(day);
  }

  /** 2024年3月4日 09:05:06, in China. */
  public static String of(Instant moment) {
    return MOMENT.format(moment);
  }
}
