package disclosure.requests.application;

import java.util.Optional;

/**
 * What is wrong with a step or a receipt, and in which of its fields. Most rules refuse what breaks
 * them; what happened though the law forbids it is recorded and flagged with the article.
 */
public enum BrokenRule {
  RECEIVED_BEFORE_REGULATION(
      "receivedOn", "收到日期早于《条例》施行之日（2008年5月1日）", "before the Regulation's first day, 2008-05-01"),
  RECEIVED_IN_FUTURE("receivedOn", "收到日期晚于今天", "later than today"),
  IN_FUTURE("on", "日期晚于今天", "later than today"),
  BEFORE_RECEIPT("on", "日期早于收到申请之日", "before the day of receipt"),
  BEFORE_PREVIOUS_STEP("on", "日期早于上一环节", "before the previous step"),
  DELIVERED_IN_FUTURE("deliveredOn", "送达日期晚于今天", "later than today"),
  DELIVERED_BEFORE_SENT("deliveredOn", "送达日期早于发出日期", "before the day of sending"),
  AFTER_CONCLUSION(
      "type",
      "申请已办结，只能更正、重新归类或者作废；漏登了办结前的环节的，先撤销办结环节，补登后再照原样登记办结",
      "the application is concluded: only corrections, reclassification and voiding are left; to"
          + " record what was forgotten before, strike the conclusion, append it, and conclude again"),
  ALREADY_CONCLUDED("type", "申请已办结，一件申请只有一个办理结果", "the application already has its outcome"),
  AFTER_VOIDING("type", "申请已作废，不能再登记环节", "the application is voided"),
  AFTER_TRANSFER(
      "type",
      "申请已移送其他行政机关，请在接收机关的申请中登记环节",
      "the application was handed to another organ, where it goes on"),
  TRANSFERRED_TO_ITSELF("toOrgan", "应当是另一个行政机关", "must be another organ"),
  CORRECTS_UNKNOWN("corrects", "所更正的环节不存在", "there is no such earlier step"),
  CORRECTS_STRUCK("corrects", "所更正的环节已被撤销", "the step was struck already"),
  CORRECTS_RECEIPT(
      "corrects",
      "收到信息的更正不能作为对环节的更正，也不能撤销，请再次更正收到信息",
      "what was received is corrected by a further correction of the receipt"),
  CORRECTION_ALREADY_REQUESTED(
      "type",
      "补正应当一次性告知，再次通知补正不影响答复期限",
      "the applicant may be asked to correct only once; the clock runs on",
      "《条例》第三十条",
      Effect.NONE),
  CORRECTION_DEADLINE_REQUIRED(
      "deadline",
      "补正通知没有写明合理的补正期限，不中止答复期限",
      "the notice names no deadline to correct; the clock runs on",
      "《条例》第三十条",
      Effect.OTHER),
  CORRECTION_DEADLINE_NOT_AFTER_NOTICE("deadline", "补正期限应当晚于通知日期", "must be later than the notice"),
  CORRECTION_DEADLINE_TOO_FAR("deadline", "补正期限超过两年", "more than two years after the notice"),
  NO_CORRECTION_REQUESTED("type", "没有待补正的通知", "no correction is outstanding"),
  CORRECTION_ALREADY_RECEIVED(
      "type",
      "此前已收到补正，答复期限不再重新计算",
      "the correction was received before; the time does not start anew again",
      "《条例》第三十条",
      Effect.NONE),
  NO_CONSULTATION("type", "没有待答复的征求意见", "no such consultation is open"),
  CONSULTATION_UNKNOWN("consultation", "所答复的征求意见不存在或者已有答复", "there is no such open consultation"),
  EXTENSION_OUT_OF_RANGE("workingDays", "延长的工作日数应当在1至250之间", "must be 1 to 250 working days"),
  EXTENSION_TOO_LONG(
      "workingDays",
      "延长的期限最长不得超过20个工作日，本次延期全部不予计入",
      "the extension exceeds 20 working days: nothing of it counts",
      "《条例》第三十三条第二款",
      Effect.NONE),
  EXTENSION_REPEATED(
      "type",
      "答复期限只能延长一次，再次延期不予计入",
      "the time for the answer is extended once only; this one does not count",
      "《条例》第三十三条第二款",
      Effect.NONE),
  EXTENSION_NOT_APPROVED(
      "approvedBy",
      "延期未经政府信息公开工作机构负责人同意，不予计入",
      "the extension was not approved and does not count",
      "《条例》第三十三条第二款",
      Effect.NONE),
  REASONS_ALREADY_REQUESTED("type", "已要求说明理由，尚待申请人答复", "the applicant was asked already"),
  NO_REASONS_REQUESTED("type", "没有要求说明理由的环节", "no reasons were asked for"),
  DEFERRED_TO_TOO_EARLY("deferredTo", "延迟答复的日期应当晚于本环节日期", "must be later than the step"),
  DEFERRED_TO_TOO_FAR("deferredTo", "延迟答复的日期超过两年", "more than two years after the step"),
  FEE_ALREADY_NOTIFIED(
      "type",
      "一件申请只能发出一次收费通知，再次发出的不影响答复期限",
      "an application has one fee notice; the clock runs on",
      "国办函〔2020〕109号第六条",
      Effect.NONE),
  FEE_NOT_POSITIVE("amount", "金额应当大于零", "must be more than nothing"),
  FEE_QUANTITY_OUT_OF_RANGE("quantity", "件数或者页数应当为1至10000", "must be 1 to 10,000 items or pages"),
  FEE_OFF_TARIFF(
      "amount",
      "金额与件数或者页数按收费标准计算的结果不符（国办函〔2020〕109号第四条、第五条）",
      "is not what the tariff makes of the items or pages",
      "国办函〔2020〕109号第四条、第五条"),
  NO_FEE_NOTIFIED("type", "没有待缴费的收费通知", "no fee is outstanding"),
  FEE_ALREADY_PAID("type", "费用已缴清", "the fee is paid already"),
  FEE_OVERPAID("amount", "缴费金额超过收费通知的金额", "more than the fee notified"),
  OUTCOME_NEEDS_CORRECTION_NOTICE(
      "outcome", "该办理结果以通知补正为前提（《条例》第三十条）", "needs a notice to correct", "《条例》第三十条"),
  CORRECTION_NOT_OVERDUE(
      "outcome",
      "补正期限尚未届满或者已经收到补正，即以逾期不补正办结",
      "the deadline had not passed, or the correction was received",
      "《条例》第三十条",
      Effect.OTHER),
  OUTCOME_NEEDS_FEE_NOTICE(
      "outcome", "该办理结果以收费通知为前提（国办函〔2020〕109号）", "needs a fee notice", "国办函〔2020〕109号第七条"),
  FEE_NOTICE_DELIVERY_REQUIRED(
      "outcome",
      "收费通知没有送达日期，无法认定逾期未缴费",
      "the fee notice has no day of delivery",
      "国办函〔2020〕109号第七条"),
  FEE_NOT_OVERDUE(
      "outcome",
      "缴费期限尚未届满或者已经缴费，即以逾期不缴费办结",
      "the time to pay had not passed, or the fee was paid",
      "国办函〔2020〕109号第七条",
      Effect.OTHER),
  OUTCOME_NEEDS_CONSULTATION(
      "outcome",
      "没有征求第三方意见，也没有写明不征求意见的理由",
      "no third party was consulted, and no consultationWaivedReason is given",
      "《条例》第三十二条",
      Effect.OTHER),
  CONSULTATION_UNANSWERED(
      "outcome",
      "没有登记第三方的答复；第三方逾期未答复的，由行政机关依照条例决定",
      "no reply of the third party is recorded; if it stays silent, the organ decides",
      "《条例》第三十二条",
      Effect.OTHER),
  ANSWER_NOT_SERVED(
      "notServedReason",
      "答复没有送达申请人，申请没有办结，答复期限继续计算",
      "the answer was never served: the application is not concluded, and the clock runs on",
      "《条例》第三十三条",
      Effect.NONE),
  SPECIAL_LAW_REQUIRED(
      "specialLaw",
      "应当写明行政查询所依据的法律、行政法规（《条例》第三十六条第（七）项）",
      "the special law must be named",
      "《条例》第三十六条第（七）项"),
  NOT_CONCLUDED_YET(
      "type", "申请尚未办结，没有可以重新作出的答复", "the application has no answer that could be made again"),
  SERVED_IN_FUTURE("servedOn", "送达日期晚于今天", "later than today"),
  SERVED_BEFORE_ANSWER("servedOn", "送达日期早于答复日期", "before the day of the answer"),
  OTHER_REASON_OF_ANOTHER_OUTCOME(
      "otherReason", "只有办理结果为其他处理之其他时才填写", "belongs to the outcome OTHER_HANDLING alone"),
  OPINION_REASON_WITHOUT_REFUSAL(
      "opinionReason", "只有第三方不同意公开时才填写理由", "belongs to a third party that refuses"),
  REASON_REQUIRED("reason", "应当写明理由", "must not be blank");

  /** What a step that breaks a rule and is recorded does all the same. */
  private enum Effect {
    /** Nothing: neither the clock nor the status takes notice of it. */
    NONE,
    /** What such a step does otherwise. */
    OTHER
  }

  private final String field;
  private final BilingualText text;
  private final Optional<String> article;
  private final Optional<Effect> effect;

  BrokenRule(String field, String zh, String en) {
    this(field, zh, en, Optional.empty(), Optional.empty());
  }

  BrokenRule(String field, String zh, String en, String article) {
    this(field, zh, en, Optional.of(article), Optional.empty());
  }

  BrokenRule(String field, String zh, String en, String article, Effect effect) {
    this(field, zh, en, Optional.of(article), Optional.of(effect));
  }

  BrokenRule(
      String field, String zh, String en, Optional<String> article, Optional<Effect> effect) {
    this.field = field;
    this.text = new BilingualText(zh, en);
    this.article = article;
    this.effect = effect;
  }

  /** Whether what breaks the rule is impossible, and not recorded. */
  boolean refuses() {
    return effect.isEmpty();
  }

  /** Whether what breaks the rule is recorded and stands for nothing. */
  boolean leavesNoTrace() {
    return effect.equals(Optional.of(Effect.NONE));
  }

  /** Whether the kind of step itself can't follow, or not by the law, whatever it says. */
  boolean isAboutKind() {
    return field.equals("type");
  }

  /** The article behind the rule; always there for a rule that doesn't refuse. */
  public Optional<String> article() {
    return article;
  }

  /** The faulty field, relative to the step; for the two of the receipt, to the application. */
  public String field() {
    return field;
  }

  /** The rule that is broken, for a clerk; no value of the request is in it. */
  public BilingualText text() {
    return text;
  }
}
