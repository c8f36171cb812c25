package disclosure.requests.page.audit;

import disclosure.edge.look.Wording;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.page.form.Words;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How the page tells of what was done, and to what. */
final class AuditWords {

  private AuditWords() {}

  static String of(AuditAction action) {
    return switch (action) {
      case ORGAN_REGISTERED -> Wording.of("登记行政机关");
      case ORGAN_CHANGED -> Wording.of("更改行政机关");
      case APPLICATION_REGISTERED -> Wording.of("登记申请");
      case APPLICATION_STEP_APPENDED -> Wording.of("登记办理环节");
      case APPLICATION_REPEAT_DIFFERED -> Wording.of("以不同内容重复提交申请");
      case APPLICATION_REPEAT_AGREED -> Wording.of("以相同内容重复提交申请");
      case APPLICATION_HANDLING_SET -> Wording.of("更改承办人或者备注");
      case APPLICANT_READ -> Wording.of("查看申请人信息");
      case APPLICANT_SOUGHT -> Wording.of("按申请人信息查找");
      case APPLICANT_ANONYMIZED -> Wording.of("保存期满，删除申请人信息");
      case REENCRYPTION_ORDERED -> Wording.of("更换密钥，重新加密");
      case LEDGER_IMPORT_ORDERED -> Wording.of("导入台账");
      case LEDGER_WORD_SET -> Wording.of("更改台账用语");
      case DISPUTE_REGISTERED -> Wording.of("登记复议、诉讼案件");
      case DISPUTE_RESULT_RECORDED -> Wording.of("登记案件结果");
      case DISPUTE_STEP_APPENDED -> Wording.of("登记案件环节");
      case APPLICATION_DUE_DATE_RECKONED -> Wording.of("重新计算答复期限");
      case CALENDAR_YEAR_LOADED -> Wording.of("更改工作日历");
      case EVENTS_REPUBLISHED -> Wording.of("重新发布事件");
      case SUBSCRIPTION_MADE -> Wording.of("订阅事件");
      case SUBSCRIPTION_ENDED -> Wording.of("终止订阅");
      case SUBSCRIPTION_ORGANS_CHANGED -> Wording.of("更改订阅的行政机关");
      case SUBSCRIPTION_RESUMED -> Wording.of("恢复订阅");
      case SUBSCRIPTION_SECRET_CHANGED -> Wording.of("更换订阅密钥");
      case SUBSCRIPTION_RETRIED -> Wording.of("重发订阅方拒收的事件");
      case SUBSCRIPTION_LETTERS_DISCARDED -> Wording.of("清除订阅方拒收的事件");
      case JOB_RETRIED -> Wording.of("重试搁置的工作");
      case JOB_CANCELLED -> Wording.of("取消后台工作");
      case PARKED_KEY_RELEASED -> Wording.of("重发被拒收的事件");
    };
  }

  /** What was done; a newer release may have written what this one doesn't know. */
  static String ofAction(String code) {
    return Arrays.stream(AuditAction.values())
        .filter(action -> action.name().equals(code))
        .findFirst()
        .map(AuditWords::of)
        .orElse(code);
  }

  /** What it was done to. */
  static String ofKind(String kind) {
    return switch (kind) {
      case "ORGAN" -> Wording.of("行政机关");
      case "APPLICATION" -> Wording.of("申请");
      case "SEARCH" -> Wording.of("查找");
      case "REENCRYPTION" -> Wording.of("重新加密");
      case "LEDGER_IMPORT" -> Wording.of("台账导入");
      case "DISPUTE" -> Wording.of("复议、诉讼案件");
      case "CALENDAR_YEAR" -> Wording.of("工作日历");
      case "REPUBLICATION" -> Wording.of("重新发布");
      case "SUBSCRIPTION" -> Wording.of("订阅");
      case "JOB" -> Wording.of("后台工作");
      case "PARKED_KEY" -> Wording.of("没有发出的事件");
      default -> kind;
    };
  }

  /** By what an applicant was looked for: the trail has the names of the fields and no more. */
  static String ofSearch(String fields) {
    return Arrays.stream(fields.split(","))
        .map(AuditWords::field)
        .collect(Collectors.joining(Wording.of("、")));
  }

  private static String field(String name) {
    return switch (name) {
      case "applicantName" -> Wording.of("姓名或者名称");
      case "contact", "applicantContact" -> Wording.of("联系方式");
      case "identityNumber", "applicantIdentityNumber" -> Wording.of("身份证明号码");
      default -> Words.label(name).orElse(name);
    };
  }
}
