package disclosure.requests.contract;

import static disclosure.requests.contract.OutcomeCategory.*;

/**
 * 办理结果: the 21 ways in which an application can end, in the order of the form. An application has
 * one outcome; 区分处理 counts as {@link #PARTIALLY_DISCLOSED} only.
 */
public enum Outcome {
  DISCLOSED(OutcomeCategory.DISCLOSED, 0, "予以公开", "《条例》第三十六条第（一）、（二）项"),
  PARTIALLY_DISCLOSED(
      OutcomeCategory.PARTIALLY_DISCLOSED, 0, "部分公开（区分处理的，只计这一情形，不计其他情形）", "《条例》第三十七条"),
  STATE_SECRET(REFUSED, 1, "属于国家秘密", "《条例》第十四条"),
  PROHIBITED_BY_LAW(REFUSED, 2, "其他法律行政法规禁止公开", "《条例》第十四条"),
  THREE_SECURITIES_ONE_STABILITY(REFUSED, 3, "危及“三安全一稳定”", "《条例》第十四条"),
  THIRD_PARTY_RIGHTS(REFUSED, 4, "保护第三方合法权益", "《条例》第十五条、第三十二条"),
  INTERNAL_AFFAIRS(REFUSED, 5, "属于三类内部事务信息", "《条例》第十六条第一款"),
  PROCESS_INFORMATION(REFUSED, 6, "属于四类过程性信息", "《条例》第十六条第二款"),
  ENFORCEMENT_CASE_FILE(REFUSED, 7, "属于行政执法案卷", "《条例》第十六条第二款"),
  ADMINISTRATIVE_INQUIRY(REFUSED, 8, "属于行政查询事项", "《条例》第三十六条第（七）项"),
  NOT_HELD(UNABLE_TO_PROVIDE, 1, "本机关不掌握相关政府信息", "《条例》第三十六条第（四）、（五）项"),
  REQUIRES_CREATION(UNABLE_TO_PROVIDE, 2, "没有现成信息需要另行制作", "《条例》第三十八条"),
  STILL_UNCLEAR_AFTER_CORRECTION(UNABLE_TO_PROVIDE, 3, "补正后申请内容仍不明确", "《条例》第三十条"),
  PETITION_OR_COMPLAINT(NOT_PROCESSED, 1, "信访举报投诉类申请", "《条例》第三十九条第一款"),
  DUPLICATE_APPLICATION(NOT_PROCESSED, 2, "重复申请", "《条例》第三十六条第（六）项"),
  PUBLISHED_MATERIAL(NOT_PROCESSED, 3, "要求提供公开出版物", "《条例》第三十九条第二款"),
  EXCESSIVE_WITHOUT_REASON(NOT_PROCESSED, 4, "无正当理由大量反复申请", "《条例》第三十五条"),
  CONFIRMATION_OR_REISSUE(NOT_PROCESSED, 5, "要求行政机关确认或重新出具已获取信息", "国办公开办函〔2021〕30号"),
  CORRECTION_OVERDUE(OTHER, 1, "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "《条例》第三十条"),
  FEE_OVERDUE(OTHER, 2, "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "《条例》第四十二条、国办函〔2020〕109号"),
  OTHER_HANDLING(OTHER, 3, "其他", "国办公开办函〔2021〕30号");

  private final OutcomeCategory category;
  private final int ordinalInCategory;
  private final String label;
  private final String legalBasis;

  Outcome(OutcomeCategory category, int ordinalInCategory, String label, String legalBasis) {
    this.category = category;
    this.ordinalInCategory = ordinalInCategory;
    this.label = label;
    this.legalBasis = legalBasis;
  }

  /** The group of rows the outcome belongs to. */
  public OutcomeCategory category() {
    return category;
  }

  /** The row's own number within its category, from 1; 0 where the category is itself the row. */
  public int ordinalInCategory() {
    return ordinalInCategory;
  }

  /** The row's words in the form, without its number. */
  public String label() {
    return label;
  }

  /** The article that the outcome rests on, as cited in a reply. */
  public String legalBasis() {
    return legalBasis;
  }
}
