package disclosure.requests.ledger.words;

import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.ThirdPartyOpinion;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.OutcomeCategory;
import disclosure.requests.fee.FeeBasis;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the words in ledgers mean. */
public final class Words {

  private static final Vocabulary<Channel> CHANNELS = new Vocabulary<>();
  private static final Vocabulary<ApplicantType> APPLICANT_TYPES = new Vocabulary<>();
  private static final Vocabulary<Outcome> OUTCOMES = new Vocabulary<>();
  private static final Vocabulary<FeeBasis> FEE_BASES = new Vocabulary<>();
  private static final Vocabulary<ThirdPartyOpinion> OPINIONS = new Vocabulary<>();
  private static final Vocabulary<DeliveryWay> DELIVERY_WAYS = new Vocabulary<>();

  /** What is deemed abandoned, by 《条例》第三十条 and by 国办函〔2020〕109号第七条. */
  private static final Set<Outcome> ABANDONED =
      EnumSet.of(Outcome.CORRECTION_OVERDUE, Outcome.FEE_OVERDUE);

  private static final Pattern DEEMED_ABANDONED =
      Pattern.compile("(其他处理)?(申请人)?(视为|视同|按)(申请人)?(自动)?放弃(政府信息公开)?(申请)?(处理)?(不再处理)?");

  static {
    for (Channel channel : Channel.values()) {
      CHANNELS.put(channel, channel.label(), channel.name());
    }
    CHANNELS
        .put(Channel.IN_PERSON, "现场", "窗口", "当场", "直接提交", "上门", "现场申请", "当面申请", "窗口提交")
        .put(Channel.IN_PERSON, "窗口受理", "来访", "上门申请", "现场递交", "现场提交", "当面递交", "当面提交", "前台", "口头")
        .put(Channel.POST, "信函", "邮政", "快递", "EMS", "挂号信", "邮寄申请", "信件", "邮政快递", "平信")
        .put(Channel.POST, "特快专递", "邮政特快专递", "邮政EMS", "信件邮寄", "信函邮寄", "挂号", "中国邮政")
        .put(Channel.POST, "来信", "来函", "寄送", "顺丰")
        .put(Channel.ONLINE, "网上", "在线", "互联网", "网站", "网上申请", "在线申请", "网络申请", "平台", "线上")
        .put(Channel.ONLINE, "依申请公开平台", "在线平台", "网上平台", "网络平台", "政务服务网", "公众号")
        .put(Channel.ONLINE, "政府信息公开平台", "门户网站", "政府网站", "政府门户网站", "依申请公开系统")
        .put(Channel.FAX, "传真件", "传真申请")
        .put(Channel.EMAIL, "邮件", "邮箱", "E-mail", "电子邮箱", "电邮", "Email申请", "发邮件", "邮箱申请");
    for (ApplicantType type : ApplicantType.values()) {
      APPLICANT_TYPES.put(type, type.label(), type.name());
    }
    APPLICANT_TYPES
        .categories(
            EnumSet.complementOf(EnumSet.of(ApplicantType.NATURAL_PERSON)),
            "法人",
            "组织",
            "单位",
            "法人或其他组织",
            "法人或者其他组织")
        .harmless("律师", "代理人", "委托代理", "委托代理人", "代理", "本人")
        .put(ApplicantType.NATURAL_PERSON, "个人", "公民", "居民", "村民", "市民", "群众", "公民个人")
        .put(ApplicantType.NATURAL_PERSON, "普通公民", "个体", "职工")
        .put(ApplicantType.COMMERCIAL_ENTERPRISE, "企业", "公司", "商业公司", "有限公司", "有限责任公司")
        .put(ApplicantType.COMMERCIAL_ENTERPRISE, "企业单位", "企业法人", "股份有限公司", "国有企业", "民营企业")
        .put(ApplicantType.RESEARCH_INSTITUTION, "科研院所", "高校", "研究机构", "研究所", "研究院", "大学")
        .put(ApplicantType.RESEARCH_INSTITUTION, "科研单位", "高等院校")
        .put(ApplicantType.PUBLIC_WELFARE_ORGANIZATION, "公益组织", "社会组织", "社会团体", "基金会")
        .put(ApplicantType.PUBLIC_WELFARE_ORGANIZATION, "慈善组织", "公益机构", "公益团体")
        .put(ApplicantType.LEGAL_SERVICE_PROVIDER, "律师事务所", "律所", "法律服务所", "法律机构")
        .put(ApplicantType.OTHER_ORGANIZATION, "其他组织", "其它", "其他单位", "村民委员会", "村委会", "居委会")
        .put(ApplicantType.OTHER_ORGANIZATION, "居民委员会", "事业单位", "机关", "行政机关", "业主委员会", "合作社")
        .put(ApplicantType.OTHER_ORGANIZATION, "行业协会", "机关事业单位");
    for (Outcome outcome : Outcome.values()) {
      OUTCOMES.put(outcome, outcome.label(), brief(outcome), outcome.name());
    }
    Set<Outcome> refused = of(OutcomeCategory.REFUSED);
    Set<Outcome> unable = of(OutcomeCategory.UNABLE_TO_PROVIDE);
    Set<Outcome> either = EnumSet.copyOf(refused);
    either.addAll(unable);
    OUTCOMES
        .categories(refused, "不予公开", "不公开")
        .categories(unable, "无法提供")
        .categories(either, "不予提供")
        .categories(of(OutcomeCategory.NOT_PROCESSED), "不予处理")
        .categories(of(OutcomeCategory.OTHER), "其他处理", "其他", "其它")
        .categories(ABANDONED, "视为放弃申请", "视为放弃", "视同放弃申请", "按放弃申请处理")
        .mixture(Outcome.PARTIALLY_DISCLOSED, either);
    disclosed();
    refused();
    notProvided();
    handledOtherwise();
    FEE_BASES
        .put(FeeBasis.BY_ITEM, "按件", "按件计收", "件", "BY_ITEM")
        .put(FeeBasis.BY_PAGE, "按量", "按量计收", "按页", "页", "BY_PAGE");
    putOpinions();
    putDeliveryWays();
  }

  private static void putOpinions() {
    for (ThirdPartyOpinion opinion : ThirdPartyOpinion.values()) {
      OPINIONS.put(opinion, opinion.label(), opinion.name());
    }
    OPINIONS
        .put(ThirdPartyOpinion.AGREES, "同意", "同意提供", "可以公开", "无异议", "是")
        .put(ThirdPartyOpinion.REFUSES, "不同意", "不同意提供", "拒绝", "拒绝公开", "反对", "反对公开", "否")
        .put(ThirdPartyOpinion.SILENT, "未答复", "未回复", "未反馈", "逾期未回复", "逾期未反馈", "逾期不答复");
  }

  private static void putDeliveryWays() {
    for (DeliveryWay way : DeliveryWay.values()) {
      DELIVERY_WAYS.put(way, way.label(), way.name());
    }
    DELIVERY_WAYS
        .put(DeliveryWay.IN_PERSON, "当面送达", "直接送达", "现场", "现场领取", "当面领取", "窗口领取", "自取", "自行领取")
        .put(DeliveryWay.POST, "邮寄送达", "邮政", "EMS", "快递", "挂号信", "信函", "邮政快递", "特快专递", "邮政EMS")
        .put(DeliveryWay.POST, "邮政特快专递", "顺丰", "挂号")
        .put(DeliveryWay.EMAIL, "邮件", "邮箱", "电邮", "电子邮箱", "E-mail", "电子邮件送达")
        .put(DeliveryWay.FAX, "传真件", "传真送达")
        .put(DeliveryWay.ONLINE, "网上", "网络", "平台", "系统", "网站", "在线", "线上", "网上送达", "依申请公开平台")
        .put(DeliveryWay.PUBLIC_NOTICE, "公告送达")
        .put(DeliveryWay.OTHER, "其它", "留置送达");
  }

  private static void disclosed() {
    OUTCOMES
        .put(Outcome.DISCLOSED, "公开", "同意公开", "主动公开", "已公开", "全部公开", "已主动公开", "给予公开")
        .put(Outcome.DISCLOSED, "告知获取途径", "告知查询途径", "告知查询方式", "告知获取方式", "依申请公开", "准予公开")
        .put(Outcome.DISCLOSED, "属于主动公开", "属于主动公开范围", "予以提供", "已提供")
        .put(Outcome.PARTIALLY_DISCLOSED, "区分处理", "部分提供", "予以部分公开", "部分予以公开", "同意部分公开")
        .put(Outcome.PARTIALLY_DISCLOSED, "区分处理后公开", "予以公开（部分公开）", "予以公开（部分）")
        .put(Outcome.PARTIALLY_DISCLOSED, "部分公开（个人隐私）", "部分公开（商业秘密）", "部分公开、部分不存在")
        .put(Outcome.PARTIALLY_DISCLOSED, "部分公开、部分不予公开", "部分公开、部分无法提供");
  }

  private static void refused() {
    OUTCOMES
        .put(Outcome.STATE_SECRET, "国家秘密", "涉密", "秘密")
        .put(Outcome.PROHIBITED_BY_LAW, "法律法规禁止公开", "法律禁止公开", "其他法律禁止", "法律禁止")
        .put(Outcome.PROHIBITED_BY_LAW, "法律、行政法规禁止公开", "行政法规禁止公开", "其他法律行政法规禁止")
        .put(Outcome.THREE_SECURITIES_ONE_STABILITY, "三安全一稳定", "影响社会稳定", "危及社会稳定")
        .put(Outcome.THREE_SECURITIES_ONE_STABILITY, "危及国家安全", "危及公共安全", "危及经济安全")
        .put(Outcome.THIRD_PARTY_RIGHTS, "第三方权益", "涉及第三方", "第三方", "商业秘密", "个人隐私", "第三方合法权益")
        .put(Outcome.THIRD_PARTY_RIGHTS, "第三方不同意", "第三方不同意公开", "损害第三方合法权益")
        .put(Outcome.INTERNAL_AFFAIRS, "内部事务信息", "内部事务", "三类内部事务", "内部信息", "内部管理", "人事管理")
        .put(Outcome.INTERNAL_AFFAIRS, "后勤管理", "内部工作流程", "内部管理信息")
        .put(Outcome.PROCESS_INFORMATION, "过程性信息", "过程性", "四类过程性", "讨论记录", "过程稿", "磋商信函", "请示报告")
        .put(Outcome.ENFORCEMENT_CASE_FILE, "行政执法案卷", "执法案卷")
        .put(Outcome.ADMINISTRATIVE_INQUIRY, "行政查询事项", "行政查询", "工商登记资料", "不动产登记资料", "不动产查询")
        .put(Outcome.ADMINISTRATIVE_INQUIRY, "工商查询", "档案查询", "不动产登记查询");
  }

  private static void notProvided() {
    OUTCOMES
        .put(Outcome.NOT_HELD, "不掌握", "信息不存在", "不存在", "非本机关", "不属于本机关", "本机关不掌握", "无此信息")
        .put(Outcome.NOT_HELD, "政府信息不存在", "申请信息不存在", "未获取", "未制作", "未查到", "经检索不存在", "查无")
        .put(Outcome.NOT_HELD, "告知向其他机关申请", "非本机关职责", "不属于本机关职责", "不属于本机关公开", "未制作或未获取")
        .put(Outcome.NOT_HELD, "不属于本机关公开范围", "不属于本机关负责公开", "经检索未查到", "经检索没有", "没有该信息", "非本机关公开")
        .put(Outcome.REQUIRES_CREATION, "需要另行制作", "需另行制作", "加工汇总", "没有现成信息", "无现成信息", "另行制作")
        .put(Outcome.REQUIRES_CREATION, "需汇总加工", "需加工汇总", "汇总加工", "需要汇总加工", "需要加工汇总")
        .put(Outcome.STILL_UNCLEAR_AFTER_CORRECTION, "补正后仍不明确", "内容不明确", "经补正仍不明确", "申请内容不明确")
        .put(Outcome.PETITION_OR_COMPLAINT, "信访", "信访举报投诉", "举报投诉", "信访事项", "信访投诉", "信访诉求")
        .put(Outcome.PETITION_OR_COMPLAINT, "投诉举报", "投诉", "举报")
        .put(Outcome.DUPLICATE_APPLICATION, "重复", "已答复过", "重复提交", "不重复处理", "不予重复处理", "不予重复答复")
        .put(Outcome.PUBLISHED_MATERIAL, "公开出版物", "提供公开出版物", "政府公报")
        .put(Outcome.EXCESSIVE_WITHOUT_REASON, "大量反复申请", "无正当理由反复申请", "大量申请", "反复申请")
        .put(Outcome.EXCESSIVE_WITHOUT_REASON, "无正当理由大量申请", "频繁申请")
        .put(Outcome.CONFIRMATION_OR_REISSUE, "确认或重新出具", "重新出具", "要求确认", "确认信息", "要求重新出具");
  }

  private static void handledOtherwise() {
    OUTCOMES
        .put(Outcome.CORRECTION_OVERDUE, "逾期不补正", "逾期未补正", "不再处理逾期不补正", "超期未补正", "放弃补正")
        .put(Outcome.CORRECTION_OVERDUE, "未按期补正")
        .put(Outcome.FEE_OVERDUE, "逾期不缴费", "逾期未缴费", "逾期未缴纳费用", "未按期缴费")
        .put(Outcome.OTHER_HANDLING, "其它", "其他处理", "撤回", "撤回申请", "申请人撤回", "撤件", "撤销申请", "主动撤回")
        .put(Outcome.OTHER_HANDLING, "咨询", "终止", "终止办理", "已撤回");
  }

  private Words() {}

  /** The choices in the template, in the order of the form. */
  public static List<String> outcomes() {
    return Arrays.stream(Outcome.values()).map(Words::brief).toList();
  }

  /** The ways in which applications come, in the words of the form. */
  public static List<String> channels() {
    return Arrays.stream(Channel.values()).map(Channel::label).toList();
  }

  /** The types of applicants, in the words of the form. */
  public static List<String> applicantTypes() {
    return Arrays.stream(ApplicantType.values()).map(ApplicantType::label).toList();
  }

  /** What fees are reckoned by. */
  public static List<String> feeBases() {
    return List.of("按件", "按量");
  }

  /** What third parties answer, in the words of the register's tables. */
  public static List<String> opinions() {
    return Arrays.stream(ThirdPartyOpinion.values()).map(ThirdPartyOpinion::label).toList();
  }

  /** On which ways answers are served, in the words of the register's tables. */
  public static List<String> deliveryWays() {
    return Arrays.stream(DeliveryWay.values()).map(DeliveryWay::label).toList();
  }

  private static Set<Outcome> of(OutcomeCategory category) {
    return Arrays.stream(Outcome.values())
        .filter(outcome -> outcome.category() == category)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
  }

  private static String brief(Outcome outcome) {
    return outcome.label().replaceAll("（.*", "");
  }

  /** The channel that a word means. */
  public static Optional<Channel> channel(String text) {
    return CHANNELS.find(text);
  }

  /** The type of applicant that a word means. */
  public static Optional<ApplicantType> applicantType(String text) {
    return APPLICANT_TYPES.find(text);
  }

  /** The outcome that a word means. */
  public static Optional<Outcome> outcome(String text) {
    return OUTCOMES.find(text);
  }

  /** What a word says that a fee is reckoned by. */
  public static Optional<FeeBasis> feeBasis(String text) {
    return FEE_BASES.find(text);
  }

  /**
   * Whether a wording says that an application is deemed abandoned, and not whether for want of a
   * correction or of a payment.
   */
  public static boolean isDeemedAbandoned(String text) {
    return text.length() <= OwnWords.MAX_LENGTH
        && DEEMED_ABANDONED
            .matcher(
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                    .replaceAll("[\\s\\p{Punct}，。、；：（）()]", ""))
            .matches();
  }

  /** Whether a word is that of a group of outcomes (不予公开), which one of them isn't said. */
  public static boolean isGroupOfOutcomes(String text) {
    return OUTCOMES.isCategory(text);
  }

  /** What a word says that a third party answered. */
  public static Optional<ThirdPartyOpinion> opinion(String text) {
    return OPINIONS.find(text);
  }

  /** On which way a word says that an answer was served. */
  public static Optional<DeliveryWay> deliveryWay(String text) {
    return DELIVERY_WAYS.find(text);
  }

  /**
   * Without what is only there for the eye: blanks, brackets with their text, stars, quotes,
   * numbers before.
   */
  public static String plain(String text) {
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
}
