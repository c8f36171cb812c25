package disclosure.requests.search;

import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.InformationForm;
import disclosure.requests.application.note.OtherHandlingReason;
import disclosure.requests.application.note.ThirdPartyOpinion;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.Outcome;
import disclosure.requests.search.found.FoundAnswer;
import disclosure.requests.search.found.FoundCounterpart;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The columns of an exported table. */
final class Columns {

  private Columns() {}

  static List<String> headings() {
    return List.of(
        "登记编号", "行政机关", "行政机关代码", "来源编号", "收到日期", "申请渠道", "申请人类型", "申请人", "申请内容", "办理状态", "答复期限",
        "期限是否暂定", "是否逾期", "是否延期", "处理结果", "办结日期", "是否补录", "承办人", "提交日期", "是否口头申请", "获取方式", "获取途径",
        "答复文号", "送达日期", "送达方式", "告知的行政机关", "其他处理情形", "第三方意见", "移送自", "移送至");
  }

  static List<String> of(FoundApplication application) {
    return List.of(
        application.id().toString(),
        application.organName(),
        application.organCode().value(),
        application.sourceReference(),
        application.receivedOn().toString(),
        label(Channel.values(), Channel::label, application.channel()),
        label(ApplicantType.values(), ApplicantType::label, application.applicantType()),
        application.applicant().nameInWords(),
        application.subject().orElse(""),
        status(application),
        text(application.dueOn()),
        yes(application.dueProvisional()),
        yes(application.late()),
        yes(application.extended()),
        application.outcome().map(code -> label(Outcome.values(), Outcome::label, code)).orElse(""),
        text(application.concludedOn()),
        yes(application.imported()),
        application.handler().orElse(""),
        text(application.submittedOn()),
        yes(application.oral()),
        application
            .requestedForm()
            .map(code -> label(InformationForm.values(), InformationForm::label, code))
            .orElse(""),
        application
            .requestedWay()
            .map(code -> label(DeliveryWay.values(), DeliveryWay::label, code))
            .orElse(""),
        application.answer().flatMap(FoundAnswer::documentNumber).orElse(""),
        text(application.answer().flatMap(FoundAnswer::servedOn)),
        application.answer().flatMap(FoundAnswer::servedBy).map(DeliveryWay::label).orElse(""),
        application.answer().flatMap(FoundAnswer::namedOrgan).orElse(""),
        application
            .answer()
            .flatMap(FoundAnswer::otherReason)
            .map(OtherHandlingReason::label)
            .orElse(""),
        application.thirdPartyOpinion().map(ThirdPartyOpinion::label).orElse(""),
        application.transferredFrom().map(FoundCounterpart::organName).orElse(""),
        application.transferredTo().map(FoundCounterpart::organName).orElse(""));
  }

  /** One that was handed over is void here, and nobody's mistake. */
  private static String status(FoundApplication application) {
    return application.transferredTo().isPresent()
        ? "已移送"
        : label(ApplicationStatus.values(), ApplicationStatus::label, application.status());
  }

  /** The word for a code; one of a newer release stands for itself. */
  private static <E extends Enum<E>> String label(
      E[] known, Function<E, String> label, String code) {
    return Arrays.stream(known)
        .filter(one -> one.name().equals(code))
        .findFirst()
        .map(label)
        .orElse(code);
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  private static String yes(boolean is) {
    return is ? "是" : "否";
  }
}
