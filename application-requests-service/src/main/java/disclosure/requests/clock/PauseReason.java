package disclosure.requests.clock;

import disclosure.requests.application.BilingualText;

/** Whom the clock waits for. */
public enum PauseReason {
  CORRECTION(
      "等待申请人补正",
      "waiting for the applicant's correction",
      "《条例》第三十条",
      "补正期限",
      "无正当理由逾期不补正的，视为放弃申请，可以不再处理：办结为三（六）1（《条例》第三十条）"),
  THIRD_PARTY(
      "征求第三方意见",
      "consulting a third party",
      "《条例》第三十三条第三款",
      "第三方提出意见的期限",
      "第三方逾期未提出意见的，由本机关决定是否公开（《条例》第三十二条）"),
  CO_PRODUCER(
      "征求共同制作机关意见",
      "consulting the co-producing organ",
      "《条例》第三十三条第三款、第三十四条",
      "共同制作机关提出意见的期限",
      "逾期未提出意见的，视为同意公开（《条例》第三十四条）"),
  OTHER_ORGAN("征求其他机关意见", "consulting another organ", "《条例》第三十三条第三款", "对方提出意见的期限", ""),
  REASONS("等待申请人说明理由", "waiting for the applicant's reasons", "《条例》第三十五条", "说明理由的期限", ""),
  FEE(
      "等待申请人缴纳费用",
      "waiting for the fee",
      "国办函〔2020〕109号第七条",
      "缴费期限",
      "逾期未缴纳费用的，视为放弃申请，可以不再处理：办结为三（六）2（国办函〔2020〕109号第七条）");

  private final BilingualText text;
  private final String article;
  private final String term;
  private final String afterwards;

  PauseReason(String zh, String en, String article, String term, String afterwards) {
    this.text = new BilingualText(zh, en);
    this.article = article;
    this.term = term;
    this.afterwards = afterwards;
  }

  /** Whether the time starts anew when what the clock waits for has come. */
  boolean startsAnew() {
    return this == CORRECTION || this == FEE;
  }

  /** For a clerk. */
  public BilingualText text() {
    return text;
  }

  /** Why the time does not count. */
  public String article() {
    return article;
  }

  /** What the time is called that the other side has. */
  public String term() {
    return term;
  }

  /** What the law lets the organ do when that time is over; empty where no time is set. */
  public String afterwards() {
    return afterwards;
  }
}
