package disclosure.edge.look;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How days and moments of China are written: on pages as the page is, in letters in Chinese. */
public final class ChineseDates {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.CHINA).withZone(CHINA);
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter ENGLISH_MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.ENGLISH).withZone(CHINA);

  private ChineseDates() {}

  /** 2024年3月4日; 4 March 2024 on a page in English. */
  public static String of(LocalDate day) {
    return Wording.isEnglish() ? ENGLISH_DAY.format(day) : inChinese(day);
  }

  /** 2024年3月4日 09:05:06, in China; 4 March 2024, 09:05:06 on a page in English. */
  public static String of(Instant moment) {
    return Wording.isEnglish() ? ENGLISH_MOMENT.format(moment) : MOMENT.format(moment);
  }

  /** 2024年3月4日, whatever is being answered: for what is sent to an office. */
  public static String inChinese(LocalDate day) {
    return DAY.format(day);
  }
}
