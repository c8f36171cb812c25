package disclosure.requests.ledger.words;

import com.fasterxml.jackson.databind.JsonNode;
import disclosure.requests.contract.StepType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column of the ledger, what it says of an application, and the headings it is kept under. */
public enum Column {
  REFERENCE(
      true,
      "sourceReference",
      "登记编号",
      "编号",
      "申请编号",
      "受理编号",
      "登记号",
      "受理号",
      "收件编号",
      "申请书编号",
      "申请登记编号",
      "申请登记号"),
  RECEIVED_ON(
      true,
      "receivedOn",
      "收到日期",
      "收到申请日期",
      "收件日期",
      "申请日期",
      "收到时间",
      "申请时间",
      "收到申请时间",
      "接收日期",
      "收到申请书日期",
      "收到申请书时间",
      "收件时间",
      "接收时间",
      "接收申请日期",
      "提出申请日期",
      "提出申请时间",
      "来件日期",
      "来件时间"),
  CHANNEL(
      true, "channel", "收到方式", "申请方式", "申请渠道", "渠道", "接收方式", "申请途径", "来件方式", "提出方式", "受理方式", "接收渠道",
      "申请形式", "提交方式", "递交方式", "收件方式", "受理渠道", "申请提交方式", "收到渠道"),
  APPLICANT_TYPE(
      true,
      "applicant.type",
      "申请人类型",
      "申请人类别",
      "申请主体类型",
      "申请人性质",
      "申请人分类",
      "申请人身份",
      "申请人属性",
      "申请人身份类型",
      "申请主体",
      "申请主体类别",
      "申请主体性质"),
  NAME(
      false,
      "applicant.name",
      "姓名或名称",
      "申请人",
      "申请人姓名",
      "姓名",
      "名称",
      "申请人名称",
      "申请人姓名或名称",
      "申请人姓名名称",
      "姓名名称",
      "名称姓名",
      "申请人名称或姓名",
      "名称或姓名",
      "申请人名称姓名"),
  IDENTITY_NUMBER(false, "applicant.identityNumber", "证件号码", "身份证号", "身份证号码", "证件号", "统一社会信用代码"),
  CONTACT(false, "applicant.contact", "联系方式", "联系电话", "电话", "通讯地址", "地址"),
  JOINT_APPLICANTS(false, "applicant.jointApplicants", "共同申请人", "其他申请人", "联名申请人"),
  AGENT(false, "applicant.agent", "代理人", "委托代理人", "代理人姓名"),
  SUBJECT(
      false,
      "subject",
      "申请内容",
      "所需信息内容",
      "申请公开内容",
      "申请事项",
      "内容描述",
      "申请信息名称",
      "所需信息内容描述",
      "所需信息的内容描述",
      "所需政府信息",
      "所需政府信息内容",
      "所需政府信息内容描述",
      "申请公开信息内容",
      "申请公开的信息内容",
      "申请公开的内容",
      "申请公开的政府信息",
      "申请公开信息",
      "申请信息内容",
      "申请内容描述",
      "所需信息",
      "所需信息名称",
      "申请公开事项"),
  HANDLER(false, "handler", "承办人", "经办人", "承办人员", "经办人员", "办理人", "具体承办人", "经手人"),
  CORRECTION_REQUESTED_ON(
      StepType.CORRECTION_REQUESTED,
      "on",
      "补正告知日期",
      "补正通知日期",
      "告知补正日期",
      "通知补正时间",
      "补正告知时间",
      "补正通知时间",
      "告知补正时间",
      "通知补正日期",
      "补正通知书日期",
      "发出补正通知日期"),
  CORRECTION_DEADLINE(StepType.CORRECTION_REQUESTED, "deadline", "补正期限", "补正截止日期"),
  CORRECTION_RECEIVED_ON(
      StepType.CORRECTION_RECEIVED,
      "on",
      "收到补正日期",
      "补正日期",
      "补正收到日期",
      "收到补正时间",
      "收到补正材料日期",
      "补正材料收到日期",
      "收到补正材料时间"),
  THIRD_PARTY_CONSULTED_ON(
      StepType.THIRD_PARTY_CONSULTED,
      "on",
      "征求第三方意见日期",
      "征求意见日期",
      "征求第三方意见时间",
      "征求意见时间",
      "征询第三方意见日期"),
  THIRD_PARTY_REPLIED_ON(
      StepType.THIRD_PARTY_REPLIED,
      "on",
      "第三方答复日期",
      "收到意见日期",
      "第三方答复时间",
      "第三方回复日期",
      "第三方反馈日期",
      "收到第三方意见日期"),
  THIRD_PARTY_OPINION(
      StepType.THIRD_PARTY_REPLIED, "opinion", "第三方意见", "第三方答复意见", "第三方是否同意", "第三方是否同意公开"),
  EXTENDED_ON(
      StepType.EXTENDED,
      "on",
      "延期告知日期",
      "延期日期",
      "延长答复日期",
      "延期告知时间",
      "延期通知日期",
      "延期通知时间",
      "延期答复告知日期"),
  EXTENDED_DAYS(StepType.EXTENDED, "workingDays", "延长工作日数", "延期天数", "延长天数"),
  FEE_NOTIFIED_ON(StepType.FEE_NOTIFIED, "on", "收费告知日期", "收费通知日期"),
  FEE_BASIS(StepType.FEE_NOTIFIED, "basis", "收费方式"),
  FEE_NOTIFIED(StepType.FEE_NOTIFIED, "amount", "收费金额", "应收金额", "信息处理费"),
  FEE_PAID_ON(StepType.FEE_PAID, "on", "缴费日期", "缴纳日期"),
  FEE_PAID(StepType.FEE_PAID, "amount", "缴费金额", "实收金额"),
  CONCLUDED_ON(
      StepType.CONCLUDED,
      "on",
      "答复日期",
      "办结日期",
      "答复时间",
      "办结时间",
      "答复日",
      "作出答复日期",
      "作出答复时间",
      "答复书日期",
      "回复日期",
      "回复时间",
      "办结日"),
  OUTCOME(
      StepType.CONCLUDED,
      "outcome",
      "处理结果",
      "办理结果",
      "答复类型",
      "答复结果",
      "答复结论",
      "答复类别",
      "办理结论",
      "处理类型",
      "处理结论",
      "回复结果",
      "办理结果类型",
      "答复结果类型"),
  SPECIAL_LAW(StepType.CONCLUDED, "specialLaw", "查询依据", "专门规定"),
  DOCUMENT_NUMBER(
      StepType.CONCLUDED,
      "documentNumber",
      "答复文号",
      "答复书文号",
      "答复文书号",
      "告知书文号",
      "答复告知书文号",
      "答复书编号",
      "答复文件文号",
      "答复编号",
      "回复文号",
      "答复告知书编号",
      "告知书编号",
      "答复文书编号"),
  SERVED_ON(StepType.CONCLUDED, "servedOn", "送达日期", "送达时间", "答复送达日期", "答复送达时间"),
  SERVED_BY(StepType.CONCLUDED, "servedBy", "送达方式", "答复送达方式", "送达途径", "送达形式");

  /** What stands for a column only where no other heading does: where both are, they differ. */
  private static final Map<String, Column> FALLBACKS =
      Map.of(
          "受理日期", RECEIVED_ON,
          "受理时间", RECEIVED_ON,
          "登记日期", RECEIVED_ON,
          "登记时间", RECEIVED_ON,
          "收文日期", RECEIVED_ON,
          "收文时间", RECEIVED_ON,
          "收文编号", REFERENCE,
          "收文号", REFERENCE,
          "答复情况", OUTCOME);

  private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cntrl}*＊]+");
  private static final Pattern OF_STEP = Pattern.compile("steps\\[(\\d{1,6})](?:\\.(.+))?");

  private final boolean required;
  private final Optional<StepType> step;
  private final String field;
  private final List<String> headings;

  Column(boolean required, String field, String... headings) {
    this.required = required;
    this.step = Optional.empty();
    this.field = field;
    this.headings = List.of(headings);
  }

  Column(StepType step, String field, String... headings) {
    this.required = false;
    this.step = Optional.of(step);
    this.field = field;
    this.headings = List.of(headings);
  }

  /** Whether a ledger without it can't be taken over. */
  public boolean isRequired() {
    return required;
  }

  /** Whether it is about a step, which may not have happened. */
  public boolean isOfStep() {
    return step.isPresent();
  }

  /** Whether a step can do without it. */
  public boolean isOptionalInStep() {
    return switch (this) {
      case CORRECTION_DEADLINE, THIRD_PARTY_OPINION, DOCUMENT_NUMBER, SERVED_ON, SERVED_BY -> true;
      default -> false;
    };
  }

  /** Whether several columns of it are put together, such as a telephone number and an address. */
  public boolean isJoined() {
    return this == CONTACT || this == IDENTITY_NUMBER;
  }

  /** The heading in the template. */
  public String heading() {
    return headings.get(0);
  }

  /** All headings that it is known by, that of the template first. */
  public List<String> headings() {
    return headings;
  }

  /** What it says is called so in its step, or else in the applicant or the application. */
  public String fieldName() {
    return field.substring(field.lastIndexOf('.') + 1);
  }

  /** What may be written into it, in the words of the form; empty where that is free. */
  public List<String> choices() {
    return switch (this) {
      case CHANNEL -> Words.channels();
      case APPLICANT_TYPE -> Words.applicantTypes();
      case OUTCOME -> Words.outcomes();
      case FEE_BASIS -> Words.feeBases();
      case THIRD_PARTY_OPINION -> Words.opinions();
      case SERVED_BY -> Words.deliveryWays();
      default -> List.of();
    };
  }

  /** A heading as it is told: on one line, and no longer than anybody reads. */
  public static String shown(String heading) {
    String line = UNSEEN.matcher(heading).replaceAll("");
    return line.substring(0, Math.min(line.length(), OwnWords.MAX_LENGTH));
  }

  /** The column that a heading means to everybody. */
  public static Optional<Column> of(String heading) {
    String plain = Words.plain(heading);
    return Arrays.stream(values()).filter(column -> column.headings.contains(plain)).findFirst();
  }

  /** The column that a heading means where no other one means it. */
  public static Optional<Column> fallback(String heading) {
    return Optional.ofNullable(FALLBACKS.get(Words.plain(heading)));
  }

  /**
   * The column in which something stands that is wrong with what a row says.
   *
   * @param path of a field of the row as an application, such as {@code steps[2].on}; one that no
   *     column holds is that of its step's day
   * @param row what is posted for the row
   */
  public static Optional<Column> ofField(String path, JsonNode row) {
    Matcher inStep = OF_STEP.matcher(path);
    if (!inStep.matches()) {
      return in(Optional.empty(), path);
    }
    String code = row.path("steps").path(Integer.parseInt(inStep.group(1))).path("type").asText();
    Optional<StepType> type =
        Arrays.stream(StepType.values()).filter(known -> known.name().equals(code)).findFirst();
    return type.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(inStep.group(2))
            .flatMap(name -> in(type, name))
            .or(() -> in(type, "on"));
  }

  /** A person is a field with fields of his own. */
  private boolean holds(String path) {
    return path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "[");
  }

  private static Optional<Column> in(Optional<StepType> step, String field) {
    return Arrays.stream(values())
        .filter(column -> column.step.equals(step) && column.holds(field))
        .findFirst();
  }
}
