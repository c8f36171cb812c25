package disclosure.requests.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Wording;
import disclosure.requests.application.Application;
import disclosure.requests.application.BrokenRule;
import disclosure.requests.application.Gap;
import disclosure.requests.application.Warning;
import disclosure.requests.application.note.DeliveryWay;
import disclosure.requests.application.note.InformationForm;
import disclosure.requests.application.note.OtherHandlingReason;
import disclosure.requests.application.note.ThirdPartyOpinion;
import disclosure.requests.application.step.ReceiptDetail;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import disclosure.requests.contract.StepType;
import disclosure.requests.dispute.Dispute;
import disclosure.requests.fee.FeeBasis;
import disclosure.requests.page.clock.ClockWords;
import disclosure.requests.page.form.Said;
import disclosure.requests.page.form.Words;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.registration.view.ApplicationView;
import disclosure.requests.store.format.StepFormat;
import disclosure.requests.store.state.ApplicationAnswer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One application and its life.
 *
 * @param address of this page
 * @param number the office's own
 * @param organ its name
 * @param status in words
 * @param clock what the statutory clock says
 * @param facts what was received
 * @param subject what is asked for
 * @param handler who of the office handles it; empty for nobody
 * @param note what the office noted of it; empty for nothing
 * @param life what happened, by date
 * @param next what the law lets follow
 * @param against what the law doesn't let follow, and can have happened
 * @param mending what mends or ends the record
 * @param cases the disputes about it
 * @param like others that are like it
 * @param form the one that is filled in; nothing where there is none
 * @param notice what was just done; empty for nothing
 */
public record Screen(
    String address,
    String number,
    String organ,
    String status,
    ClockWords clock,
    List<Pair> facts,
    String subject,
    String handler,
    String note,
    List<Entry> life,
    List<Link> next,
    List<Against> against,
    List<Link> mending,
    List<CaseLine> cases,
    List<Link> like,
    List<StepForm> form,
    String notice) {

  public static final String PATH = "/register";

  /** The kinds that mend or end the record. */
  private static final Set<StepType> MENDING =
      Set.of(
          StepType.RECLASSIFIED, StepType.RECEIPT_CORRECTED, StepType.TRANSFERRED, StepType.VOIDED);

  private static final Map<String, Class<? extends Enum<?>>> CODES =
      Map.of(
          "outcome", Outcome.class,
          "basis", FeeBasis.class,
          "servedBy", DeliveryWay.class,
          "otherReason", OtherHandlingReason.class,
          "opinion", ThirdPartyOpinion.class,
          "applicantType", ApplicantType.class,
          "channel", Channel.class,
          "requestedForm", InformationForm.class,
          "requestedWay", DeliveryWay.class);

  /** A fact and what it is called. */
  public record Pair(String label, String value) {}

  /**
   * A step that the law doesn't let follow.
   *
   * @param rule that forbids it, with its article
   */
  public record Against(Link link, String rule) {}

  /** Where something is. */
  public record Link(String address, String label, boolean main) {}

  /**
   * A step.
   *
   * @param title what it was
   * @param day on which it happened
   * @param recorded by whom and when
   * @param facts what it said
   * @param warnings what of it the law forbids
   * @param gone that it stands no more, and why; empty where it stands
   * @param links how it is corrected
   */
  public record Entry(
      String title,
      String day,
      String recorded,
      List<Pair> facts,
      List<String> warnings,
      String gone,
      List<Link> links) {}

  /** Where an application is. */
  public static String address(UUID id) {
    return PATH + "/applications/" + id;
  }

  /** Where an application is listed that is known by its number alone. */
  public static String list(OrganCode organ, String number) {
    return PATH
        + "?view=all&organ="
        + organ.value()
        + "&sourceReferencePrefix="
        + URLEncoder.encode(number, StandardCharsets.UTF_8);
  }

  static String form(String address, StepForm.Choice choice) {
    return address
        + "?step="
        + choice.type()
        + choice.corrects().map(step -> "&corrects=" + step).orElse("")
        + "#step";
  }

  /** The steps that a form can be opened for: a new answer where a dispute corrected the first. */
  static List<StepType> offered(Application application, LocalDate today, List<Dispute> cases) {
    return application.next(today).stream()
        .filter(type -> type != StepType.ANSWERED_AGAIN || !CaseLine.corrected(cases).isEmpty())
        .toList();
  }

  static List<Link> next(String address, List<StepType> offered) {
    return offered.stream()
        .filter(type -> !MENDING.contains(type))
        .map(type -> link(address, type, type == StepType.CONCLUDED))
        .toList();
  }

  static List<Against> against(String address, Map<StepType, BrokenRule> against) {
    return against.entrySet().stream()
        .map(one -> new Against(link(address, one.getKey(), false), rule(one.getValue())))
        .toList();
  }

  /** A rule for whose sake a step stands for nothing, with its article. */
  static String rule(BrokenRule rule) {
    return rule.article()
        .map(article -> Said.of(rule.text(), article))
        .orElseGet(() -> Said.of(rule.text()));
  }

  static List<Link> mending(String address, List<StepType> offered) {
    return offered.stream()
        .filter(MENDING::contains)
        .map(type -> link(address, type, false))
        .toList();
  }

  private static Link link(String address, StepType type, boolean main) {
    return new Link(
        form(address, new StepForm.Choice(type, Optional.empty())), Words.of(type), main);
  }

  static List<Pair> facts(ApplicationView view) {
    ApplicationAnswer answer = view.answer();
    List<Pair> facts = new ArrayList<>();
    facts.add(pair(Wording.of("收到申请日期"), ChineseDates.of(answer.receivedOn())));
    view.submittedOn()
        .ifPresent(day -> facts.add(pair(Wording.of("申请人提交日期"), ChineseDates.of(day))));
    facts.add(
        pair(
            Wording.of("申请渠道"),
            view.oral().orElse(false)
                ? Wording.of("%s，口头提出、代为填写", Words.of(answer.channel()))
                : Words.of(answer.channel())));
    facts.add(pair(Wording.of("申请人类别"), Words.of(answer.applicantType())));
    add(facts, view.applicant());
    view.requestedForm().ifPresent(form -> facts.add(pair(Wording.of("提供信息的方式"), Words.of(form))));
    view.requestedWay().ifPresent(way -> facts.add(pair(Wording.of("获取信息的途径"), Words.of(way))));
    answer
        .outcome()
        .ifPresent(outcome -> facts.add(pair(Wording.of("办理结果"), Wording.of(outcome.label()))));
    answer
        .concludedOn()
        .ifPresent(day -> facts.add(pair(Wording.of("答复日期"), ChineseDates.of(day))));
    answer
        .transferredFrom()
        .ifPresent(from -> facts.add(pair(Wording.of("移送自"), from.organCode().value())));
    answer
        .transferredTo()
        .ifPresent(to -> facts.add(pair(Wording.of("移送至"), to.organCode().value())));
    if (!answer.gaps().isEmpty()) {
      facts.add(
          pair(
              Wording.of("历史记录的缺口"),
              String.join(
                  Wording.of("；"), answer.gaps().stream().map(Gap::text).map(Said::of).toList())));
    }
    facts.add(pair(Wording.of("登记人和时间"), recorded(view)));
    return facts;
  }

  private static Pair pair(String label, String value) {
    return new Pair(label, Said.constantOf(value, MaskedApplicant.UNREADABLE));
  }

  private static void add(List<Pair> facts, MaskedApplicant applicant) {
    String name = applicant.nameInWords();
    facts.add(pair(Wording.of("申请人"), name.isEmpty() ? Wording.of("没有登记姓名") : name));
    applicant
        .inWords("identityNumber", applicant.identityNumber())
        .ifPresent(text -> facts.add(pair(Wording.of("身份证明号码"), text)));
    applicant
        .inWords("contact", applicant.contact())
        .ifPresent(text -> facts.add(pair(Wording.of("联系方式"), text)));
    if (!applicant.jointApplicants().isEmpty()) {
      facts.add(
          pair(Wording.of("共同申请人"), String.join(Wording.of("、"), applicant.jointApplicants())));
    }
    applicant.agent().ifPresent(agent -> facts.add(pair(Wording.of("代理人"), agent)));
    applicant
        .inWords("others", Optional.empty())
        .ifPresent(text -> facts.add(pair(Wording.of("共同申请人、代理人"), text)));
  }

  private static String recorded(ApplicationView view) {
    String who = view.person().or(view::onBehalfOf).orElse(view.recordedBy());
    String when = ChineseDates.of(view.recordedAt());
    return view.answer().imported()
        ? Wording.of("%s，%s，由其他系统导入", who, when)
        : Wording.of("%s，%s", who, when);
  }

  /**
   * What happened, by date.
   *
   * @param offered the steps that a form can be opened for
   * @param warnings what was done against the law
   */
  static List<Entry> life(
      String address,
      Application application,
      ApplicationView view,
      List<Warning> warnings,
      List<StepType> offered,
      List<Dispute> cases) {
    Known known = new Known(address, application, application.standing(), warnings, offered, cases);
    return view.steps().stream()
        .sorted(Comparator.comparing(step -> step.path("on").asText()))
        .map(step -> entry(step, known))
        .toList();
  }

  /** What an entry is told by, beside its step. */
  private record Known(
      String address,
      Application application,
      Set<Integer> standing,
      List<Warning> warnings,
      List<StepType> offered,
      List<Dispute> cases) {}

  private static Entry entry(ObjectNode step, Known known) {
    int sequence = step.path("sequence").asInt();
    StepType type = StepType.valueOf(step.path("type").asText());
    Optional<Integer> corrects =
        Optional.of(step.path("corrects")).filter(JsonNode::isInt).map(JsonNode::asInt);
    boolean strikes = corrects.isPresent() && type == StepType.VOIDED;
    boolean stands = known.standing().contains(sequence);
    boolean mendable =
        known.offered().contains(StepType.VOIDED) && stands && type != StepType.RECEIPT_CORRECTED;
    return new Entry(
        sequence + ". " + new StepForm.Choice(type, corrects).title(),
        step.path("on").asText(),
        Wording.of(
            "%s，%s",
            step.path("person").asText(step.path("recordedBy").asText()),
            ChineseDates.of(Instant.parse(step.path("recordedAt").asText()))),
        said(step, known.cases()),
        warnings(known.application(), sequence, known.warnings()),
        stands || strikes ? "" : Wording.of("已被更正或者撤销，不再有效"),
        mendable ? mendings(known.address(), sequence, type, known.cases()) : List.of());
  }

  private static List<String> warnings(
      Application application, int sequence, List<Warning> warnings) {
    boolean ineffective = application.isIneffective(sequence);
    return warnings.stream()
        .filter(warning -> warning.step() == sequence)
        .map(warning -> told(ineffective, Said.of(warning.text(), warning.article())))
        .toList();
  }

  private static String told(boolean ineffective, String warning) {
    return ineffective ? Wording.of("不符合法定要求、不影响期限：%s", warning) : Wording.of("不符合规定：%s", warning);
  }

  private static List<Link> mendings(
      String address, int sequence, StepType type, List<Dispute> cases) {
    List<Link> links = new ArrayList<>();
    if (type != StepType.ANSWERED_AGAIN || !CaseLine.corrected(cases).isEmpty()) {
      links.add(
          new Link(
              form(address, new StepForm.Choice(type, Optional.of(sequence))),
              Wording.of("更正第%s个环节", sequence),
              false));
    }
    links.add(
        new Link(
            form(address, new StepForm.Choice(StepType.VOIDED, Optional.of(sequence))),
            Wording.of("撤销第%s个环节", sequence),
            false));
    return links;
  }

  private static List<Pair> said(ObjectNode step, List<Dispute> cases) {
    List<Pair> said = new ArrayList<>();
    step.properties()
        .forEach(
            attribute ->
                Words.label(attribute.getKey())
                    .map(label -> new Pair(label, said(step, attribute.getKey(), cases)))
                    .filter(pair -> !pair.value().isEmpty())
                    .ifPresent(said::add));
    // The values themselves are a person's, and stand in no step.
    add(said, Wording.of("一并更正"), step.path("details"));
    add(said, Wording.of("删除"), step.path("removed"));
    return said;
  }

  /** What it says, and what stood there before. */
  private static String said(ObjectNode step, String name, List<Dispute> cases) {
    String now = value(name, step.path(name), cases);
    JsonNode before = step.path("before").path(name);
    String then = before.isMissingNode() ? "" : value(name, before, cases);
    return now.isEmpty() || then.isEmpty() || then.equals(now)
        ? now
        : Wording.of("%s（更正前：%s）", now, then);
  }

  private static void add(List<Pair> said, String label, JsonNode details) {
    List<String> names = new ArrayList<>();
    details.forEach(detail -> names.add(Words.ofCode(ReceiptDetail.class, detail.asText())));
    if (!names.isEmpty()) {
      said.add(new Pair(label, String.join(Wording.of("、"), names)));
    }
  }

  private static String value(String name, JsonNode value, List<Dispute> cases) {
    if (value.isBoolean()) {
      return value.booleanValue() ? Wording.of("是") : "";
    }
    if (name.equals("consultation")) {
      return Wording.of("第%s个环节", value.asText());
    }
    if (name.equals("dispute")) {
      return CaseLine.named(cases, value.asText());
    }
    return word(CODES.get(name), value.asText());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static String word(Class<? extends Enum<?>> type, String code) {
    return type == null
        ? Said.constantOf(code, StepFormat.FORGOTTEN)
        : Words.ofCode((Class) type, code);
  }
}
