package disclosure.requests.ledger;

import disclosure.requests.ledger.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A column of the ledger, with the headings under which offices keep it. */
enum Column {
  REFERENCE(true, "登记编号", "编号", "申请编号", "受理编号", "登记号", "受理号", "文号"),
  RECEIVED_ON(true, "收到日期", "收到申请日期", "收件日期", "申请日期", "收到时间", "申请时间"),
  CHANNEL(true, "收到方式", "申请方式", "申请渠道", "渠道", "接收方式"),
  APPLICANT_TYPE(true, "申请人类型", "申请人类别", "申请主体类型", "申请人性质"),
  NAME(false, "姓名或名称", "申请人", "申请人姓名", "姓名", "名称", "申请人名称"),
  IDENTITY_NUMBER(false, "证件号码", "身份证号", "身份证号码", "证件号", "统一社会信用代码"),
  CONTACT(false, "联系方式", "联系电话", "电话", "通讯地址", "地址"),
  SUBJECT(false, "申请内容", "所需信息内容", "申请公开内容", "申请事项", "内容描述", "申请信息名称"),
  CORRECTION_REQUESTED_ON(false, "补正告知日期", "补正通知日期", "告知补正日期"),
  CORRECTION_DEADLINE(false, "补正期限", "补正截止日期"),
  CORRECTION_RECEIVED_ON(false, "收到补正日期", "补正日期", "补正收到日期"),
  THIRD_PARTY_CONSULTED_ON(false, "征求第三方意见日期", "征求意见日期"),
  THIRD_PARTY_REPLIED_ON(false, "第三方答复日期", "收到意见日期"),
  EXTENDED_ON(false, "延期告知日期", "延期日期", "延长答复日期"),
  EXTENDED_DAYS(false, "延长工作日数", "延期天数", "延长天数"),
  FEE_NOTIFIED_ON(false, "收费告知日期", "收费通知日期"),
  FEE_BASIS(false, "收费方式"),
  FEE_NOTIFIED(false, "收费金额", "应收金额", "信息处理费"),
  FEE_PAID_ON(false, "缴费日期", "缴纳日期"),
  FEE_PAID(false, "缴费金额", "实收金额"),
  CONCLUDED_ON(false, "答复日期", "办结日期", "答复时间", "办结时间"),
  OUTCOME(false, "处理结果", "办理结果", "答复类型", "答复结果"),
  SPECIAL_LAW(false, "查询依据", "专门规定");

  private final boolean required;
  private final List<String> headings;

  Column(boolean required, String... headings) {
    this.required = required;
    this.headings = List.of(headings);
  }

  /** Whether a ledger without it can't be taken over. */
  boolean isRequired() {
    return required;
  }

  /** Whether several columns of it are put together, such as a telephone number and an address. */
  boolean isJoined() {
    return this == CONTACT || this == IDENTITY_NUMBER;
  }

  /** The heading in the template. */
  String heading() {
    return headings.get(0);
  }

  /** What may be written into it, in the words of the form; empty where that is free. */
  List<String> choices() {
    return switch (this) {
      case CHANNEL -> Words.channels();
      case APPLICANT_TYPE -> Words.applicantTypes();
      case OUTCOME -> Words.outcomes();
      case FEE_BASIS -> Words.feeBases();
      default -> List.of();
    };
  }

  /** The column that a heading means. */
  static Optional<Column> of(String heading) {
    String plain = Words.plain(heading);
    return Arrays.stream(values()).filter(column -> column.headings.contains(plain)).findFirst();
  }
}
