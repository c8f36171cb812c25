package disclosure.requests.clock;

import java.time.LocalDate;

/** One run of the time for the answer; a correction or payment starts the next. */
final class Period {

  private final LocalDate countedFrom;
  private final AnswerTime answerTime;
  private int workingDays;

  Period(LocalDate countedFrom, int workingDays) {
    this.countedFrom = countedFrom;
    this.answerTime = AnswerTime.beginningOn(countedFrom);
    this.workingDays = workingDays;
  }

  /** The day before the first that can count. */
  LocalDate countedFrom() {
    return countedFrom;
  }

  AnswerTime answerTime() {
    return answerTime;
  }

  int workingDays() {
    return workingDays;
  }

  void extendBy(int more) {
    workingDays += more;
  }
}
