package disclosure.requests.page.audit;

import disclosure.requests.audit.AuditAction;
import disclosure.requests.page.form.Words;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How the page tells of what was done, and to what. */
final class AuditWords {

  private AuditWords() {}

  static String of(AuditAction action) {
    return switch (action) {
      case ORGAN_REGISTERED -> "登记行政机关";
      case ORGAN_CHANGED -> "更改行政机关";
      case APPLICATION_REGISTERED -> "登记申请";
      case APPLICATION_STEP_APPENDED -> "登记办理环节";
      case APPLICATION_REPEAT_DIFFERED -> "以不同内容重复提交申请";
      case APPLICATION_REPEAT_AGREED -> "以相同内容重复提交申请";
      case APPLICATION_HANDLING_SET -> "更改承办人或者备注";
      case APPLICANT_READ -> "查看申请人信息";
      case APPLICANT_SOUGHT -> "按申请人信息查找";
      case APPLICANT_ANONYMIZED -> "保存期满，删除申请人信息";
      case REENCRYPTION_ORDERED -> "更换密钥，重新加密";
      case LEDGER_IMPORT_ORDERED -> "导入台账";
      case LEDGER_WORD_SET -> "更改台账用语";
      case DISPUTE_REGISTERED -> "登记复议、诉讼案件";
      case DISPUTE_RESULT_RECORDED -> "登记案件结果";
      case DISPUTE_STEP_APPENDED -> "登记案件环节";
      case APPLICATION_DUE_DATE_RECKONED -> "重新计算答复期限";
      case CALENDAR_YEAR_LOADED -> "更改工作日历";
      case EVENTS_REPUBLISHED -> "重新发布事件";
      case SUBSCRIPTION_MADE -> "订阅事件";
      case SUBSCRIPTION_ENDED -> "终止订阅";
      case SUBSCRIPTION_ORGANS_CHANGED -> "更改订阅的行政机关";
      case SUBSCRIPTION_RESUMED -> "恢复订阅";
      case SUBSCRIPTION_SECRET_CHANGED -> "更换订阅密钥";
      case SUBSCRIPTION_RETRIED -> "重发订阅方拒收的事件";
      case JOB_RETRIED -> "重试搁置的工作";
      case JOB_CANCELLED -> "取消后台工作";
      case PARKED_KEY_RELEASED -> "重发被拒收的事件";
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
      case "ORGAN" -> "行政机关";
      case "APPLICATION" -> "申请";
      case "SEARCH" -> "查找";
      case "REENCRYPTION" -> "重新加密";
      case "LEDGER_IMPORT" -> "台账导入";
      case "DISPUTE" -> "复议、诉讼案件";
      case "CALENDAR_YEAR" -> "工作日历";
      case "REPUBLICATION" -> "重新发布";
      case "SUBSCRIPTION" -> "订阅";
      case "JOB" -> "后台工作";
      case "PARKED_KEY" -> "没有发出的事件";
      default -> kind;
    };
  }

  /** By what an applicant was looked for: the trail has the names of the fields and no more. */
  static String ofSearch(String fields) {
    return Arrays.stream(fields.split(",")).map(AuditWords::field).collect(Collectors.joining("、"));
  }

  private static String field(String name) {
    return switch (name) {
      case "applicantName" -> "姓名或者名称";
      case "contact", "applicantContact" -> "联系方式";
      case "identityNumber", "applicantIdentityNumber" -> "身份证明号码";
      default -> Words.label(name).orElse(name);
    };
  }
}
