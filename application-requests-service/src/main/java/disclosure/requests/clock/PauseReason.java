package disclosure.requests.clock;

import disclosure.requests.application.BilingualText;

/** Whom the clock waits for. */
public enum PauseReason {
  CORRECTION("等待申请人补正", "waiting for the applicant's correction", "《条例》第三十条"),
  THIRD_PARTY("征求第三方意见", "consulting a third party", "《条例》第三十三条第三款"),
  CO_PRODUCER("征求共同制作机关意见", "consulting the co-producing organ", "《条例》第三十三条第三款、第三十四条"),
  OTHER_ORGAN("征求其他机关意见", "consulting another organ", "《条例》第三十三条第三款"),
  REASONS("等待申请人说明理由", "waiting for the applicant's reasons", "《条例》第三十五条"),
  FEE("等待申请人缴纳费用", "waiting for the fee", "国办函〔2020〕109号第七条");

  private final BilingualText text;
  private final String article;

  PauseReason(String zh, String en, String article) {
    this.text = new BilingualText(zh, en);
    this.article = article;
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
}
