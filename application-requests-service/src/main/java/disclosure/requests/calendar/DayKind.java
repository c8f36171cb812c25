package disclosure.requests.calendar;

/** What a day is in the working-day calendar. */
public enum DayKind {
  WORKING_DAY(true, "工作日", "working day"),
  MAKE_UP_WORKING_DAY(true, "调休上班日", "make-up working day"),
  WEEKEND(false, "周末休息日", "weekend"),
  HOLIDAY(false, "节假日", "public holiday"),
  REGIONAL_HOLIDAY(false, "地方性节假日", "regional holiday");

  private final boolean working;
  private final String zh;
  private final String en;

  DayKind(boolean working, String zh, String en) {
    this.working = working;
    this.zh = zh;
    this.en = en;
  }

  /** Whether the day counts towards a time in working days. */
  public boolean isWorking() {
    return working;
  }

  /** The word in Chinese. */
  public String zh() {
    return zh;
  }

  /** The word in English. */
  public String en() {
    return en;
  }
}
