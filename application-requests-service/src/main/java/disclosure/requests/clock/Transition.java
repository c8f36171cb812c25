package disclosure.requests.clock;

import disclosure.requests.application.BilingualText;

/**
 * What a step meets, what the clock does then, and what the account says of it, with its article:
 * one row each. Which row a step takes is said in {@link Transitions}.
 */
enum Transition {
  RECEIVED(Effect.STARTS, "收到申请", "application received", "《条例》第三十一条"),
  RECEIVED_ON_REST_DAY(
      Effect.STARTS,
      "视为收到（{}收到，当日为休息日，顺延至本日）",
      "counts as received: it came on {}, a day off",
      "《民法典》第二百零三条"),
  RECEIPT_CORRECTED(Effect.RUNS_ON, "更正收到信息", "what was received is corrected", "《条例》第三十一条"),

  CORRECTION_REQUESTED(
      Effect.STOPS, "通知补正，期限中止", "correction requested, the clock stops", "《条例》第三十条"),
  CORRECTION_REQUESTED_WITHOUT_DEADLINE(
      Effect.RUNS_ON,
      "通知补正没有写明补正期限，期限照常计算",
      "correction requested without a deadline, the clock runs on",
      "《条例》第三十条"),
  CORRECTION_REQUESTED_LATE(
      Effect.RUNS_ON,
      "通知补正已逾7个工作日，期限照常计算",
      "correction requested after 7 working days, the clock runs on",
      "《条例》第三十条"),
  CORRECTION_RECEIVED(
      Effect.STARTS, "收到补正，答复期限重新计算", "correction received, the time starts anew", "《条例》第三十条"),
  CORRECTION_RECEIVED_TOO_LATE(Effect.RUNS_ON, "收到补正", "correction received", "《条例》第三十条"),

  THIRD_PARTY_CONSULTED(
      Effect.WAITS, "征求第三方意见，最迟{}反馈", "third party consulted, opinion due {}", "《条例》第三十二条"),
  THIRD_PARTY_REPLIED(
      Effect.GOES_ON, "收到第三方意见", "opinion of the third party received", "《条例》第三十二条"),
  CO_PRODUCER_CONSULTED(
      Effect.WAITS,
      "征求共同制作机关意见，最迟{}反馈，逾期视为同意",
      "co-producing organ consulted, opinion due {}, silence is consent",
      "《条例》第三十四条"),
  OTHER_ORGAN_CONSULTED(Effect.WAITS, "征求其他机关意见", "another organ consulted", "《条例》第三十三条第三款"),
  OTHER_ORGAN_REPLIED(
      Effect.GOES_ON, "收到其他机关意见", "opinion of the other organ received", "《条例》第三十三条第三款"),

  EXTENDED(Effect.EXTENDS, "延长答复期限{}个工作日", "time extended by {} working days", "《条例》第三十三条第二款"),
  REASONS_REQUESTED(Effect.RUNS_ON, "要求申请人说明理由", "reasons requested", "《条例》第三十五条"),
  REASONS_AWAITED(Effect.STOPS, "要求申请人说明理由", "reasons requested", "《条例》第三十五条"),
  REASONS_GIVEN(Effect.RUNS_ON, "申请人说明理由", "reasons given", "《条例》第三十五条"),
  ANSWER_DEFERRED(Effect.EXTENDS, "告知申请人延迟至{}答复", "answer deferred to {}", "《条例》第三十五条"),

  FEE_NOTIFIED(Effect.STOPS, "发出收费通知", "fee notified", "国办函〔2020〕109号第六条"),
  FEE_NOTIFIED_LATE(Effect.RUNS_ON, "发出收费通知", "fee notified", "国办函〔2020〕109号第六条"),
  FEE_PAID_IN_PART(Effect.RUNS_ON, "缴纳部分费用", "part of the fee paid", "国办函〔2020〕109号第七条"),
  FEE_PAID(
      Effect.STARTS,
      "费用缴清，答复期限自次日起重新计算",
      "fee paid, the time starts anew the next day",
      "国办函〔2020〕109号第七条"),
  FEE_PAID_TOO_LATE(Effect.RUNS_ON, "费用缴清", "fee paid", "国办函〔2020〕109号第七条"),

  ANSWERED_AGAIN(Effect.RUNS_ON, "重新答复", "answered again", "《条例》第三十六条"),
  TRANSFERRED(Effect.ENDS, "移送{}", "handed over to {}", "《条例》第三十六条第五项"),
  VOIDED(Effect.ENDS, "作废", "voided", "《条例》第四十五条");

  private final Effect effect;
  private final String zh;
  private final String en;
  private final String article;

  Transition(Effect effect, String zh, String en, String article) {
    this.effect = effect;
    this.zh = zh;
    this.en = en;
    this.article = article;
  }

  /** What the clock does. */
  enum Effect {
    /** A time for the answer begins, the first or anew. */
    STARTS(true),
    /** No days are counted until the applicant has done what he was asked for. */
    STOPS(false),
    /** The days until an opinion comes are left out. */
    WAITS(true),
    /** It waits no longer. */
    GOES_ON(true),
    /** The time ends later. */
    EXTENDS(true),
    /** The time is as it was. */
    RUNS_ON(false),
    /** Nothing is counted any more. */
    ENDS(false);

    private final boolean moves;

    Effect(boolean moves) {
      this.moves = moves;
    }
  }

  /** Whether the due date is what it is because of this; where the clock stops, there is none. */
  boolean movesDueDate() {
    return effect.moves;
  }

  String article() {
    return article;
  }

  BilingualText text() {
    return new BilingualText(zh, en);
  }

  /** The text with what the row leaves open. */
  BilingualText text(Object open) {
    String said = open.toString();
    return new BilingualText(zh.replace("{}", said), en.replace("{}", said));
  }
}
