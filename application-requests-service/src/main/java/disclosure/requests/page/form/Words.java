package disclosure.requests.page.form;

import disclosure.edge.Fault;
import disclosure.edge.Text;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.edge.look.WrittenDay;
import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.InformationForm;
import disclosure.requests.application.note.OtherHandlingReason;
import disclosure.requests.application.note.ThirdPartyOpinion;
import disclosure.requests.application.step.ReceiptDetail;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.DisputeKind;
import disclosure.requests.contract.DisputeResult;
import disclosure.requests.contract.OrganKind;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import disclosure.requests.contract.StepType;
import disclosure.requests.fee.FeeBasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the pages call things. */
public final class Words {

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]{3,}");

  /** What is no word of English: parts that are written together, or all capitals. */
  private static final Pattern CODE =
      Pattern.compile("\\b(?:[a-z]+(?:[A-Z][a-z0-9]*)+|[A-Z]{4,}(?:_[A-Z]+)*)\\b");

  /** What the fields are called, by their names in JSON. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("organCode", "行政机关"),
          Map.entry("sourceReference", "登记编号"),
          Map.entry("receivedOn", "收到申请日期"),
          Map.entry("channel", "申请渠道"),
          Map.entry("subject", "所需政府信息（申请内容）"),
          Map.entry("submittedOn", "申请人提交日期"),
          Map.entry("oral", "申请人口头提出，由本机关代为填写"),
          Map.entry("requestedForm", "提供信息的方式"),
          Map.entry("requestedWay", "获取信息的途径"),
          Map.entry("applicant", "申请人信息"),
          Map.entry("applicant.type", "申请人类别"),
          Map.entry("applicant.name", "申请人姓名或者名称"),
          Map.entry("applicant.identityNumber", "身份证明号码"),
          Map.entry("applicant.contact", "联系方式"),
          Map.entry("deadline", "补正期限"),
          Map.entry("deliveredOn", "送达日期"),
          Map.entry("consultation", "答复的是哪一次征求意见"),
          Map.entry("coProducer", "对方是信息的共同制作机关"),
          Map.entry("workingDays", "延长的工作日数"),
          Map.entry("approvedBy", "批准人或者批准文号"),
          Map.entry("deferredTo", "延迟答复至"),
          Map.entry("basis", "计费方式"),
          Map.entry("quantity", "件数或者页数"),
          Map.entry("amount", "金额（元）"),
          Map.entry("outcome", "办理结果"),
          Map.entry("consultationWaivedReason", "不征求第三方意见的理由"),
          Map.entry("specialLaw", "行政查询所依据的法律、行政法规"),
          Map.entry("notServedReason", "未能送达的原因"),
          Map.entry("documentNumber", "答复文号"),
          Map.entry("dispute", "所依据的复议、诉讼案件"),
          Map.entry("kind", "案件类别"),
          Map.entry("applicationId", "所涉申请"),
          Map.entry("acceptedOn", "案件受理日期"),
          Map.entry("forum", "复议机关或者法院"),
          Map.entry("caseNumber", "案号"),
          Map.entry("result", "案件结果"),
          Map.entry("closedOn", "审结日期"),
          Map.entry("servedOn", "答复送达日期"),
          Map.entry("servedBy", "答复送达方式"),
          Map.entry("namedOrgan", "告知申请人的其他行政机关"),
          Map.entry("otherReason", "其他处理的情形"),
          Map.entry("opinion", "第三方意见"),
          Map.entry("opinionReason", "不同意公开的理由"),
          Map.entry("applicantType", "申请人类别"),
          Map.entry("reason", "理由"),
          Map.entry("remove", "误填、应予删除的内容"),
          Map.entry("toOrgan", "接收的行政机关"),
          Map.entry("handler", "承办人"),
          Map.entry("note", "备注"),
          Map.entry("parentOrganCode", "上级机关"),
          Map.entry("validFrom", "设立日期"),
          Map.entry("validTo", "终止日期"),
          Map.entry("successorOrganCode", "承继机关"),
          Map.entry("since", "变更日期"),
          Map.entry("formerly", "以前的名称、类别和上级机关"));

  private static final Map<String, String> HINTS =
      Map.of(
          "workingDays", "最长20个工作日",
          "notServedReason", "填写后申请不算办结，答复期限继续计算",
          "specialLaw", "办理结果为三（三）8时必须填写",
          "consultationWaivedReason", "办理结果为三（三）4、且未征求第三方意见时填写",
          "otherReason", "办理结果为三（六）3时可以填写",
          "opinionReason", "第三方不同意公开时填写",
          "submittedOn", "早于收到日期时填写",
          "applicant.contact", "电话、地址或者电子邮箱",
          "consultation", "不选时为最早一次尚未答复的");

  private Words() {}

  /** What a field is called; empty for one that no page shows. */
  public static Optional<String> label(String field) {
    return chinese(field).map(Wording::of);
  }

  /** The same in Chinese, whoever looks. */
  static Optional<String> chinese(String field) {
    return Optional.ofNullable(LABELS.get(field));
  }

  /** Faults whose sentences name fields as the pages do, and not as JSON does. */
  public static List<Fault> inWords(List<Fault> faults) {
    return faults.stream()
        .map(
            fault ->
                fault.saying(
                    new Text(
                        ofNames(fault.message().chinese()), inEnglish(fault.message().english()))))
        .toList();
  }

  private static String ofNames(String sentence) {
    return NAME.matcher(sentence.replace("格式 YYYY-MM-DD", WrittenDay.FORMS))
        .replaceAll(name -> Matcher.quoteReplacement(chinese(name.group()).orElse(name.group())));
  }

  /** A sentence of ours in English, which may tell of codes and of fields as programs know them. */
  static String inEnglish(String sentence) {
    return CODE.matcher(sentence)
        .replaceAll(found -> Matcher.quoteReplacement(quoted(found.group()).orElse(found.group())));
  }

  private static Optional<String> quoted(String name) {
    return Stream.concat(codes(Outcome.class), codes(StepType.class))
        .filter(code -> code.name().equals(name))
        .map(Words::of)
        .findFirst()
        .or(() -> label(name))
        .map(label -> "“" + label + "”");
  }

  /** What helps to fill it in; empty for nothing. */
  public static String hint(String field) {
    return Optional.ofNullable(HINTS.get(field)).map(Wording::of).orElse("");
  }

  /** What the day of a step is the day of. */
  public static String day(StepType type) {
    return switch (type) {
      case CORRECTION_REQUESTED -> Wording.of("通知补正日期");
      case CORRECTION_RECEIVED -> Wording.of("收到补正日期");
      case THIRD_PARTY_CONSULTED, OTHER_ORGAN_CONSULTED -> Wording.of("征求意见发出日期");
      case THIRD_PARTY_REPLIED, OTHER_ORGAN_REPLIED -> Wording.of("收到意见日期");
      case EXTENDED -> Wording.of("告知延期日期");
      case REASONS_REQUESTED -> Wording.of("要求说明日期");
      case REASONS_GIVEN -> Wording.of("收到说明日期");
      case FEE_NOTIFIED -> Wording.of("收费通知日期");
      case FEE_PAID -> Wording.of("缴费日期");
      case CONCLUDED -> Wording.of("答复日期");
      case ANSWERED_AGAIN -> Wording.of("重新答复日期");
      case RECLASSIFIED, RECEIPT_CORRECTED -> Wording.of("更正日期");
      case VOIDED -> Wording.of("作废日期");
      case TRANSFERRED -> Wording.of("移送日期");
    };
  }

  /** The word for a code of any kind that a field takes. */
  public static String of(Enum<?> code) {
    if (code instanceof ReceiptDetail detail) {
      return ofDetail(detail);
    }
    return code == Outcome.OTHER_HANDLING ? Wording.of("其他处理之其他") : Wording.of(inChinese(code));
  }

  private static String inChinese(Enum<?> code) {
    if (code instanceof Outcome outcome) {
      return outcome.label();
    } else if (code instanceof ApplicantType type) {
      return type.label();
    } else if (code instanceof Channel channel) {
      return channel.label();
    } else if (code instanceof DeliveryWay way) {
      return way.label();
    } else if (code instanceof InformationForm form) {
      return form.label();
    } else if (code instanceof OtherHandlingReason reason) {
      return reason.label();
    } else if (code instanceof ThirdPartyOpinion opinion) {
      return opinion.label();
    } else if (code instanceof FeeBasis basis) {
      return basis.label();
    } else if (code instanceof DisputeKind kind) {
      return kind.label();
    } else if (code instanceof DisputeResult result) {
      return result.label();
    } else if (code instanceof StepType type) {
      return type.label();
    } else if (code instanceof ApplicationStatus status) {
      return status.label();
    } else if (code instanceof OrganKind kind) {
      return kind.label();
    }
    throw new IllegalArgumentException("no word for " + code.getDeclaringClass());
  }

  private static String ofDetail(ReceiptDetail detail) {
    return switch (detail) {
      case SOURCE_REFERENCE -> Wording.of("登记编号");
      case SUBJECT -> Wording.of("申请内容");
      case APPLICANT_NAME -> Wording.of("申请人姓名或者名称");
      case APPLICANT_IDENTITY_NUMBER -> Wording.of("身份证明号码");
      case APPLICANT_CONTACT -> Wording.of("联系方式");
      case JOINT_APPLICANTS -> Wording.of("共同申请人");
      case AGENT -> Wording.of("代理人");
      case SUBMITTED_ON -> Wording.of("申请人提交日期");
      case REQUESTED_FORM -> Wording.of("提供信息的方式");
      case REQUESTED_WAY -> Wording.of("获取信息的途径");
    };
  }

  /** The word for a code that a newer release may have written; then the code itself. */
  public static <E extends Enum<E>> String ofCode(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(code))
        .findFirst()
        .map(Words::of)
        .orElse(code);
  }

  /** What can be chosen of a kind of codes, with a line for nothing. */
  public static List<Field.Group> choices(Class<?> type, String chosen) {
    List<Field.Group> groups = new ArrayList<>();
    groups.add(new Field.Group("", List.of(new Field.Option("", Wording.of("请选择"), false))));
    if (type == Outcome.class) {
      for (OutcomeCategory category : OutcomeCategory.values()) {
        groups.add(
            new Field.Group(
                Wording.of("三%s%s", Wording.of(category.number()), Wording.of(category.label())),
                Arrays.stream(Outcome.values())
                    .filter(one -> one.category() == category)
                    .map(one -> option(one, numbered(one), chosen))
                    .toList()));
      }
    } else {
      groups.add(new Field.Group("", options(codes(type), chosen)));
    }
    return groups;
  }

  private static Stream<Enum<?>> codes(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(code -> (Enum<?>) code);
  }

  private static List<Field.Option> options(Stream<? extends Enum<?>> codes, String chosen) {
    return codes.map(code -> option(code, of(code), chosen)).toList();
  }

  private static Field.Option option(Enum<?> code, String label, String chosen) {
    return new Field.Option(code.name(), label, code.name().equals(chosen));
  }

  /** With its number among those of its group, as table three has it. */
  private static String numbered(Outcome outcome) {
    return outcome.ordinalInCategory() == 0
        ? of(outcome)
        : Wording.of("%s．%s", outcome.ordinalInCategory(), of(outcome));
  }

  /** The same choices, where the line for nothing means that nothing is put right. */
  public static List<Field.Group> orNot(List<Field.Group> groups) {
    return groups.stream()
        .map(
            group ->
                new Field.Group(
                    group.label(),
                    group.options().stream()
                        .map(
                            option ->
                                option.value().isEmpty()
                                    ? new Field.Option("", Wording.of("不更正"), option.chosen())
                                    : option)
                        .toList()))
        .toList();
  }

  /** Whether something is so, for what else stands as it is. */
  public static List<Field.Group> yesOrNo(String chosen) {
    return choices(
        List.of("true", "false"),
        value -> value,
        value -> Wording.of(value.equals("true") ? "是" : "否"),
        Wording.of("不更正"),
        chosen);
  }

  /** Choices of whatever kind, with a line for nothing. */
  public static <T> List<Field.Group> choices(
      List<T> all,
      Function<T, String> value,
      Function<T, String> label,
      String none,
      String chosen) {
    List<Field.Option> options = new ArrayList<>();
    options.add(new Field.Option("", none, false));
    all.forEach(
        one ->
            options.add(
                new Field.Option(
                    value.apply(one), label.apply(one), value.apply(one).equals(chosen))));
    return List.of(new Field.Group("", options));
  }
}
