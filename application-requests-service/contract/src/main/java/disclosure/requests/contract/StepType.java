package disclosure.requests.contract;

/** 办理环节: the kinds of step that are appended to an application; a step is never edited. */
public enum StepType {
  CORRECTION_REQUESTED("通知补正"),
  CORRECTION_RECEIVED("收到补正"),
  THIRD_PARTY_CONSULTED("征求第三方意见"),
  THIRD_PARTY_REPLIED("第三方答复"),
  OTHER_ORGAN_CONSULTED("征求其他机关意见"),
  OTHER_ORGAN_REPLIED("其他机关答复"),
  EXTENDED("延长答复期限"),
  REASONS_REQUESTED("要求说明理由"),
  REASONS_GIVEN("说明理由"),
  FEE_NOTIFIED("收费通知"),
  FEE_PAID("缴纳费用"),
  CONCLUDED("办结"),
  ANSWERED_AGAIN("重新答复"),
  RECLASSIFIED("更正申请人类型"),
  VOIDED("作废"),
  RECEIPT_CORRECTED("更正收到信息"),
  TRANSFERRED("移送");

  private final String label;

  StepType(String label) {
    this.label = label;
  }

  /** The word in Chinese. */
  public String label() {
    return label;
  }
}
