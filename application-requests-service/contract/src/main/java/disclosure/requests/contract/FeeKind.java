package disclosure.requests.contract;

/** What happened with 信息处理费. */
public enum FeeKind {
  /** 收费通知: the applicant was told what to pay. */
  NOTIFIED,
  /** 缴纳费用: the applicant paid, all or a part. */
  PAID
}
