package disclosure.requests.application;

import java.util.Optional;

/** 缺口: what the law ties to a step and an imported history does not show. */
public enum Gap {
  CORRECTION_NOTICE_MISSING("缺少补正通知", "The notice to correct is missing."),
  CORRECTION_DEADLINE_MISSING("补正通知缺少补正期限", "The notice to correct has no deadline."),
  CONSULTATION_MISSING("缺少征求意见环节", "The consultation is missing."),
  REASONS_REQUEST_MISSING("缺少要求说明理由环节", "The request for reasons is missing."),
  EXTENSION_APPROVAL_MISSING("延期缺少批准信息", "The approval of the extension is missing."),
  FEE_NOTICE_MISSING("缺少收费通知", "The fee notice is missing."),
  FEE_NOTICE_DELIVERY_MISSING("收费通知缺少送达日期", "The fee notice has no day of delivery."),
  SPECIAL_LAW_MISSING("缺少行政查询所依据的法律、行政法规", "The special law on access is not named.");

  private final BilingualText text;

  Gap(String zh, String en) {
    this.text = new BilingualText(zh, en);
  }

  /** What is missing, for a clerk. */
  public BilingualText text() {
    return text;
  }

  /**
   * The gap as which an imported history is forgiven the fault; empty for what nobody is forgiven.
   */
  static Optional<Gap> forgiving(BrokenRule fault) {
    return switch (fault) {
      case NO_CORRECTION_REQUESTED, OUTCOME_NEEDS_CORRECTION_NOTICE ->
          Optional.of(CORRECTION_NOTICE_MISSING);
      case CORRECTION_DEADLINE_REQUIRED -> Optional.of(CORRECTION_DEADLINE_MISSING);
      case NO_CONSULTATION, OUTCOME_NEEDS_CONSULTATION -> Optional.of(CONSULTATION_MISSING);
      case NO_REASONS_REQUESTED -> Optional.of(REASONS_REQUEST_MISSING);
      case EXTENSION_NOT_APPROVED -> Optional.of(EXTENSION_APPROVAL_MISSING);
      case NO_FEE_NOTIFIED, OUTCOME_NEEDS_FEE_NOTICE -> Optional.of(FEE_NOTICE_MISSING);
      case FEE_NOTICE_DELIVERY_REQUIRED -> Optional.of(FEE_NOTICE_DELIVERY_MISSING);
      case SPECIAL_LAW_REQUIRED -> Optional.of(SPECIAL_LAW_MISSING);
      case RECEIVED_BEFORE_REGULATION,
          RECEIVED_IN_FUTURE,
          IN_FUTURE,
          BEFORE_RECEIPT,
          BEFORE_PREVIOUS_STEP,
          DELIVERED_IN_FUTURE,
          DELIVERED_BEFORE_SENT,
          AFTER_CONCLUSION,
          ALREADY_CONCLUDED,
          AFTER_VOIDING,
          AFTER_TRANSFER,
          TRANSFERRED_TO_ITSELF,
          CORRECTS_UNKNOWN,
          CORRECTS_STRUCK,
          CORRECTS_RECEIPT,
          CORRECTION_ALREADY_REQUESTED,
          CORRECTION_ALREADY_RECEIVED,
          CORRECTION_DEADLINE_NOT_AFTER_NOTICE,
          CORRECTION_DEADLINE_TOO_FAR,
          CONSULTATION_UNKNOWN,
          EXTENSION_OUT_OF_RANGE,
          EXTENSION_REPEATED,
          EXTENSION_TOO_LONG,
          REASONS_ALREADY_REQUESTED,
          DEFERRED_TO_TOO_EARLY,
          DEFERRED_TO_TOO_FAR,
          FEE_ALREADY_NOTIFIED,
          FEE_NOT_POSITIVE,
          FEE_QUANTITY_OUT_OF_RANGE,
          FEE_OFF_TARIFF,
          FEE_ALREADY_PAID,
          FEE_OVERPAID,
          CORRECTION_NOT_OVERDUE,
          FEE_NOT_OVERDUE,
          CONSULTATION_UNANSWERED,
          ANSWER_NOT_SERVED,
          NOT_CONCLUDED_YET,
          SERVED_IN_FUTURE,
          SERVED_BEFORE_ANSWER,
          OTHER_REASON_OF_ANOTHER_OUTCOME,
          OPINION_REASON_WITHOUT_REFUSAL,
          REASON_REQUIRED ->
          Optional.empty();
    };
  }
}
