package disclosure.requests.application;

/** Why a step or a receipt cannot be recorded, and in which of its fields. */
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
      "申请已办结，只能更正、重新归类或者作废",
      "the application is concluded: only corrections, reclassification and voiding are left"),
  ALREADY_CONCLUDED("type", "申请已办结，一件申请只有一个办理结果", "the application already has its outcome"),
  AFTER_VOIDING("type", "申请已作废，不能再登记环节", "the application is voided"),
  CORRECTS_UNKNOWN("corrects", "所更正的环节不存在", "there is no such earlier step"),
  CORRECTS_STRUCK("corrects", "所更正的环节已被撤销", "the step was struck already"),
  CORRECTION_ALREADY_REQUESTED(
      "type", "补正应当一次性告知，不能再次通知补正（《条例》第三十条）", "the applicant may be asked to correct only once"),
  CORRECTION_DEADLINE_REQUIRED(
      "deadline", "应当写明合理的补正期限（《条例》第三十条）", "the notice must name a deadline"),
  CORRECTION_DEADLINE_NOT_AFTER_NOTICE("deadline", "补正期限应当晚于通知日期", "must be later than the notice"),
  CORRECTION_DEADLINE_TOO_FAR("deadline", "补正期限超过两年", "more than two years after the notice"),
  NO_CORRECTION_REQUESTED("type", "没有待补正的通知", "no correction is outstanding"),
  CORRECTION_ALREADY_RECEIVED("type", "已收到补正", "the correction was received already"),
  NO_CONSULTATION("type", "没有待答复的征求意见", "no such consultation is open"),
  CONSULTATION_UNKNOWN("consultation", "所答复的征求意见不存在或者已有答复", "there is no such open consultation"),
  EXTENSION_OUT_OF_RANGE(
      "workingDays", "延长的期限应当为1至20个工作日（《条例》第三十三条）", "must be 1 to 20 working days"),
  EXTENSION_REPEATED(
      "type", "答复期限只能延长一次（《条例》第三十三条）", "the time for the answer is extended once only"),
  EXTENSION_AFTER_DUE_DATE(
      "on", "延期应当在答复期限届满前告知申请人（《条例》第三十三条）", "the extension must be notified by the due date"),
  EXTENSION_NOT_APPROVED(
      "approvedBy", "延期应当经政府信息公开工作机构负责人同意（《条例》第三十三条）", "the approval must be named"),
  REASONS_ALREADY_REQUESTED("type", "已要求说明理由，尚待申请人答复", "the applicant was asked already"),
  NO_REASONS_REQUESTED("type", "没有要求说明理由的环节", "no reasons were asked for"),
  DEFERRED_TO_TOO_EARLY("deferredTo", "延迟答复的日期应当晚于本环节日期", "must be later than the step"),
  DEFERRED_TO_TOO_FAR("deferredTo", "延迟答复的日期超过两年", "more than two years after the step"),
  FEE_ALREADY_NOTIFIED(
      "type", "一件申请只能发出一次收费通知，按件或者按量计费", "an application has one fee notice, by item or by page"),
  FEE_NOT_POSITIVE("amount", "金额应当大于零", "must be more than nothing"),
  FEE_QUANTITY_OUT_OF_RANGE("quantity", "件数或者页数应当为1至10000", "must be 1 to 10,000 items or pages"),
  FEE_OFF_TARIFF(
      "amount",
      "金额与件数或者页数按收费标准计算的结果不符（国办函〔2020〕109号第四条、第五条）",
      "is not what the tariff makes of the items or pages"),
  NO_FEE_NOTIFIED("type", "没有待缴费的收费通知", "no fee is outstanding"),
  FEE_ALREADY_PAID("type", "费用已缴清", "the fee is paid already"),
  FEE_OVERPAID("amount", "缴费金额超过收费通知的金额", "more than the fee notified"),
  OUTCOME_NEEDS_CORRECTION_NOTICE(
      "outcome", "该办理结果以通知补正为前提（《条例》第三十条）", "needs a notice to correct"),
  CORRECTION_NOT_OVERDUE(
      "outcome",
      "补正期限尚未届满或者已经收到补正（《条例》第三十条）",
      "the deadline has not passed, or the correction was received"),
  OUTCOME_NEEDS_FEE_NOTICE("outcome", "该办理结果以收费通知为前提（国办函〔2020〕109号）", "needs a fee notice"),
  FEE_NOTICE_DELIVERY_REQUIRED(
      "outcome", "收费通知没有送达日期，无法认定逾期未缴费", "the fee notice has no day of delivery"),
  FEE_NOT_OVERDUE(
      "outcome",
      "缴费期限尚未届满或者已经缴费（国办函〔2020〕109号）",
      "the time to pay has not passed, or the fee was paid"),
  OUTCOME_NEEDS_CONSULTATION(
      "outcome",
      "应当先征求第三方意见，或者写明不征求意见的理由（《条例》第三十二条）",
      "needs a third-party consultation, or consultationWaivedReason"),
  SPECIAL_LAW_REQUIRED(
      "specialLaw", "应当写明行政查询所依据的法律、行政法规（《条例》第三十六条第（七）项）", "the special law must be named"),
  REASON_REQUIRED("reason", "应当写明理由", "must not be blank");

  private final String field;
  private final BilingualText text;

  BrokenRule(String field, String zh, String en) {
    this.field = field;
    this.text = new BilingualText(zh, en);
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
