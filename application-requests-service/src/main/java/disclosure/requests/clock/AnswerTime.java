package disclosure.requests.clock;

import java.time.LocalDate;
import java.util.OptionalInt;

/** 答复期限 by the text of the Regulation in force when the time begins. */
enum AnswerTime {
  /** 国务院令第492号, in force from 2008-05-01 to 2019-05-14. */
  OF_2007(15, OptionalInt.empty(), "《条例》（国务院令第492号）第二十四条第二款"),
  /** 国务院令第711号, in force since 2019-05-15. */
  OF_2019(20, OptionalInt.of(7), "《条例》第三十三条第二款");

  private static final LocalDate REVISION_IN_FORCE = LocalDate.of(2019, 5, 15);

  private final int workingDays;
  private final OptionalInt correctionNoticeWorkingDays;
  private final String article;

  AnswerTime(int workingDays, OptionalInt correctionNoticeWorkingDays, String article) {
    this.workingDays = workingDays;
    this.correctionNoticeWorkingDays = correctionNoticeWorkingDays;
    this.article = article;
  }

  static AnswerTime beginningOn(LocalDate day) {
    return day.isBefore(REVISION_IN_FORCE) ? OF_2007 : OF_2019;
  }

  int workingDays() {
    return workingDays;
  }

  /** The time to ask for a correction; the older text sets none. */
  OptionalInt correctionNoticeWorkingDays() {
    return correctionNoticeWorkingDays;
  }

  String article() {
    return article;
  }
}
