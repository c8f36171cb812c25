package disclosure.requests.clock;

import disclosure.requests.application.BilingualText;

/** What was not done in its own time; it is shown and does not block. */
public enum ClockWarning {
  LATE_CORRECTION_NOTICE(
      "补正通知晚于收到申请之日起7个工作日", "the notice to correct went out after 7 working days", "《条例》第三十条"),
  LATE_FEE_NOTICE("收费通知晚于答复期限", "the fee notice went out after the due date", "国办函〔2020〕109号第六条"),
  EXPIRED_BEFORE_RESTART(
      "答复期限届满时没有答复，其后收到补正或者缴费不再重新计算期限，申请仍为逾期",
      "the time ran out without an answer: what came later does not start it anew, and the"
          + " application stays late",
      "《条例》第三十三条第二款"),
  LATE_EXTENSION(
      "延期告知晚于答复期限，不予计入",
      "the extension was notified after the due date and does not count",
      "《条例》第三十三条第二款"),
  LATE_DEFERRAL(
      "延迟答复的告知晚于答复期限，不予计入",
      "the deferral was notified after the due date and does not count",
      "《条例》第三十五条"),
  RECORDED_AFTER_DUE(
      "答复期限届满后才登记期限内的事项，期限由此后延，请核对案卷",
      "was recorded after the due date, is dated before it, and moves it: to be compared with the"
          + " file",
      "《条例》第三十三条第二款"),
  LATE_TRANSFER(
      "移送晚于答复期限，接收机关的申请仍按本机关收到之日计算，为逾期",
      "handed over after the due date: the receiving organ's application has the day of receipt"
          + " of this one, and is late",
      "《条例》第三十三条第二款");

  private final BilingualText text;
  private final String article;

  ClockWarning(String zh, String en, String article) {
    this.text = new BilingualText(zh, en);
    this.article = article;
  }

  /** For a clerk. */
  public BilingualText text() {
    return text;
  }

  /** The article that sets the time. */
  public String article() {
    return article;
  }
}
