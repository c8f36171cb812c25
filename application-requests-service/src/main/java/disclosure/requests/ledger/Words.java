package disclosure.requests.ledger;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.Outcome;
import disclosure.requests.fee.FeeBasis;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the words in ledgers mean. */
final class Words {

  private static final Map<String, Channel> CHANNELS = new HashMap<>();
  private static final Map<String, ApplicantType> APPLICANT_TYPES = new HashMap<>();
  private static final Map<String, Outcome> OUTCOMES = new HashMap<>();
  private static final Map<String, FeeBasis> FEE_BASES = new HashMap<>();

  static {
    for (Channel channel : Channel.values()) {
      CHANNELS.put(plain(channel.label()), channel);
      CHANNELS.put(plain(channel.name()), channel);
    }
    put(CHANNELS, Channel.IN_PERSON, "现场", "窗口", "当场", "直接提交", "上门", "现场申请", "当面申请");
    put(CHANNELS, Channel.POST, "信函", "邮政", "快递", "EMS", "挂号信", "邮寄申请", "信件", "邮政快递");
    put(CHANNELS, Channel.ONLINE, "网上", "在线", "互联网", "网站", "网上申请", "在线申请", "网络申请", "平台");
    put(CHANNELS, Channel.EMAIL, "邮件", "邮箱", "E-mail", "电子邮箱");
    for (ApplicantType type : ApplicantType.values()) {
      APPLICANT_TYPES.put(plain(type.label()), type);
      APPLICANT_TYPES.put(plain(type.name()), type);
    }
    put(APPLICANT_TYPES, ApplicantType.NATURAL_PERSON, "个人", "公民", "居民", "村民");
    put(APPLICANT_TYPES, ApplicantType.COMMERCIAL_ENTERPRISE, "企业", "公司", "商业公司");
    put(APPLICANT_TYPES, ApplicantType.RESEARCH_INSTITUTION, "科研院所", "高校", "研究机构");
    put(APPLICANT_TYPES, ApplicantType.PUBLIC_WELFARE_ORGANIZATION, "公益组织", "社会组织");
    put(APPLICANT_TYPES, ApplicantType.LEGAL_SERVICE_PROVIDER, "律师事务所", "律所", "法律服务所");
    put(APPLICANT_TYPES, ApplicantType.OTHER_ORGANIZATION, "其他组织", "其它");
    for (Outcome outcome : Outcome.values()) {
      OUTCOMES.put(plain(outcome.label()), outcome);
      OUTCOMES.put(plain(outcome.name()), outcome);
    }
    put(OUTCOMES, Outcome.DISCLOSED, "公开", "同意公开", "主动公开", "已公开", "全部公开");
    put(OUTCOMES, Outcome.PARTIALLY_DISCLOSED, "部分公开", "区分处理");
    put(OUTCOMES, Outcome.STATE_SECRET, "国家秘密", "涉密");
    put(OUTCOMES, Outcome.THREE_SECURITIES_ONE_STABILITY, "三安全一稳定");
    put(OUTCOMES, Outcome.THIRD_PARTY_RIGHTS, "第三方权益", "涉及第三方", "商业秘密", "个人隐私");
    put(OUTCOMES, Outcome.INTERNAL_AFFAIRS, "内部事务信息", "内部事务");
    put(OUTCOMES, Outcome.PROCESS_INFORMATION, "过程性信息");
    put(OUTCOMES, Outcome.ENFORCEMENT_CASE_FILE, "行政执法案卷", "执法案卷");
    put(OUTCOMES, Outcome.ADMINISTRATIVE_INQUIRY, "行政查询事项", "行政查询");
    put(OUTCOMES, Outcome.NOT_HELD, "不掌握", "信息不存在", "不存在", "非本机关", "不属于本机关", "本机关不掌握");
    put(OUTCOMES, Outcome.REQUIRES_CREATION, "需要另行制作", "需另行制作", "加工汇总");
    put(OUTCOMES, Outcome.STILL_UNCLEAR_AFTER_CORRECTION, "补正后仍不明确", "内容不明确");
    put(OUTCOMES, Outcome.PETITION_OR_COMPLAINT, "信访", "信访举报投诉", "举报投诉");
    put(OUTCOMES, Outcome.DUPLICATE_APPLICATION, "重复");
    put(OUTCOMES, Outcome.PUBLISHED_MATERIAL, "公开出版物");
    put(OUTCOMES, Outcome.EXCESSIVE_WITHOUT_REASON, "大量反复申请", "无正当理由反复申请");
    put(OUTCOMES, Outcome.CONFIRMATION_OR_REISSUE, "确认或重新出具", "重新出具");
    put(OUTCOMES, Outcome.CORRECTION_OVERDUE, "逾期不补正", "逾期未补正", "不再处理逾期不补正");
    put(OUTCOMES, Outcome.FEE_OVERDUE, "逾期不缴费", "逾期未缴费");
    put(OUTCOMES, Outcome.OTHER_HANDLING, "其它", "其他处理");
    put(FEE_BASES, FeeBasis.BY_ITEM, "按件", "按件计收", "件", "BY_ITEM");
    put(FEE_BASES, FeeBasis.BY_PAGE, "按量", "按量计收", "按页", "页", "BY_PAGE");
  }

  private Words() {}

  /** The choices in the template, in the order of the form. */
  static List<String> outcomes() {
    return java.util.Arrays.stream(Outcome.values()).map(Words::brief).toList();
  }

  static String brief(Outcome outcome) {
    return outcome.label().replaceAll("（.*", "");
  }

  static Optional<Channel> channel(String text) {
    return Optional.ofNullable(CHANNELS.get(plain(text)));
  }

  static Optional<ApplicantType> applicantType(String text) {
    return Optional.ofNullable(APPLICANT_TYPES.get(plain(text)));
  }

  static Optional<Outcome> outcome(String text) {
    return Optional.ofNullable(OUTCOMES.get(plain(text)));
  }

  static Optional<FeeBasis> feeBasis(String text) {
    return Optional.ofNullable(FEE_BASES.get(plain(text)));
  }

  /**
   * Without what is only there for the eye: blanks, brackets with their text, stars, quotes,
   * numbers before.
   */
  static String plain(String text) {
    return withoutBrackets(Normalizer.normalize(text, Normalizer.Form.NFKC))
        .replaceAll("^[0-9]+[.、]", "")
        .replaceAll("[\\s*:\"“”'、,，。/]", "")
        .toUpperCase(Locale.ROOT);
  }

  /** In one go: an expression for it looks at each open bracket for a closing one to the end. */
  private static String withoutBrackets(String text) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    int open = text.indexOf('(');
    int close = text.indexOf(')', open);
    while (open >= 0 && close >= 0) {
      rest.append(text, from, open);
      from = close + 1;
      open = text.indexOf('(', from);
      close = text.indexOf(')', open);
    }
    return rest.append(text, from, text.length()).toString();
  }

  private static <E> void put(Map<String, E> words, E meaning, String... texts) {
    for (String text : texts) {
      words.put(plain(text), meaning);
    }
  }
}
