package disclosure.requests.page.audit;

import disclosure.edge.Fault;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.requests.audit.AuditAction;
import disclosure.requests.audit.AuditEntry;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.page.Screen;
import disclosure.requests.page.administration.Menu;
import disclosure.requests.page.administration.Part;
import disclosure.requests.page.form.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of the trail, newest first.
 *
 * @param fields by which it is chosen
 * @param errors what is wrong in them
 * @param looks what is often asked
 * @param rows an entry each
 * @param next where the following part is; empty after the last one
 * @param unknown whether nothing is there of the person
 */
public record TrailScreen(
    Menu menu,
    List<Field> fields,
    Errors errors,
    List<Link> looks,
    List<Row> rows,
    String next,
    boolean unknown) {

  static final String FROM = "from";
  static final String TO = "to";
  static final String PERSON = "person";
  static final String SUBJECT = "subject";
  static final String ACTION = "action";
  static final String BEFORE = "before";

  private static final int LONGEST_PERSON = 200;
  private static final int LONGEST_SUBJECT = 300;

  /** What is often asked. */
  public record Link(String address, String label) {}

  /**
   * One entry.
   *
   * @param who a person, or a system
   * @param via more about who; empty for nothing
   * @param subject what it was done to
   * @param trail where all that was done to that is; empty where it has no trail of its own
   * @param opened where the person may open it; empty where he may not
   */
  public record Row(
      String moment,
      String who,
      String via,
      String action,
      String kind,
      String subject,
      String trail,
      String opened,
      String organ) {}

  /** Defensive copies are kept. */
  public TrailScreen {
    fields = List.copyOf(fields);
    rows = List.copyOf(rows);
  }

  /**
   * What was found.
   *
   * @param names those of the organs
   * @param clerk whether the person opens applications, too
   */
  static TrailScreen of(
      Menu menu,
      Map<String, String> filled,
      List<AuditEntry> entries,
      Optional<Long> before,
      Map<OrganCode, String> names,
      boolean clerk) {
    return new TrailScreen(
        menu,
        fields(filled, List.of()),
        Errors.NONE,
        often(),
        entries.stream().map(entry -> row(entry, names, clerk)).toList(),
        before
            .map(id -> address(filled) + (filled.isEmpty() ? "?" : "&") + BEFORE + "=" + id)
            .orElse(""),
        false);
  }

  /** What can't be looked for. */
  static TrailScreen wrong(Menu menu, Map<String, String> filled, List<Fault> told) {
    List<Fault> faults = Words.inWords(told);
    List<Field> fields = fields(filled, faults);
    return new TrailScreen(menu, fields, Errors.of(fields, faults), often(), List.of(), "", false);
  }

  /** Nothing is there of the person. */
  static TrailScreen unknown(Menu menu, Map<String, String> filled) {
    return new TrailScreen(
        menu, fields(filled, List.of()), Errors.NONE, often(), List.of(), "", true);
  }

  private static Row row(AuditEntry entry, Map<OrganCode, String> names, boolean clerk) {
    boolean search = entry.subjectKind().equals("SEARCH");
    boolean application = entry.subjectKind().equals("APPLICATION");
    String via =
        Stream.concat(
                entry.person().map(person -> Wording.of("客户端 %s", entry.clientId())).stream(),
                entry.onBehalfOf().map(whom -> Wording.of("代%s", whom)).stream())
            .collect(Collectors.joining(Wording.of("，")));
    return new Row(
        ChineseDates.of(entry.recordedAt()),
        entry.person().orElseGet(() -> Wording.of("系统 %s", entry.clientId())),
        via,
        AuditWords.ofAction(entry.action()),
        AuditWords.ofKind(entry.subjectKind()),
        search
            ? AuditWords.ofSearch(entry.subjectId())
            : name(entry.subjectId(), names).orElse(entry.subjectId()),
        !search && Subject.isOne(entry.subjectId())
            ? address(Map.of(SUBJECT, entry.subjectId()))
            : "",
        application && clerk ? Screen.PATH + "/applications/" + entry.subjectId() : "",
        entry.organCode().flatMap(code -> name(code, names)).orElse(""));
  }

  private static Optional<String> name(String code, Map<OrganCode, String> names) {
    return OrganCode.isValid(code)
        ? Optional.of(names.getOrDefault(new OrganCode(code), code))
        : Optional.empty();
  }

  private static List<Link> often() {
    return List.of(
        new Link(
            address(Map.of(ACTION, AuditAction.APPLICANT_READ.name())), Wording.of("谁查看过申请人信息")),
        new Link(
            address(Map.of(ACTION, AuditAction.APPLICANT_SOUGHT.name())), Wording.of("谁按申请人查找过")),
        new Link(address(Map.of()), Wording.of("全部")));
  }

  /** Where what was asked for is. */
  static String address(Map<String, String> filled) {
    return filled.entrySet().stream()
        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&", Part.AUDIT.address() + (filled.isEmpty() ? "" : "?"), ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<Field> fields(Map<String, String> filled, List<Fault> faults) {
    String action = filled.getOrDefault(ACTION, "");
    return List.of(
            day(FROM, Wording.of("自"), filled),
            day(TO, Wording.of("至"), filled),
            Field.of(Field.Kind.LINE, PERSON, Wording.of("人员"), filled.getOrDefault(PERSON, ""))
                .hinting(Wording.of("办理或者查看的人员的登录名，须写全；不要填写申请人姓名"))
                .atMost(LONGEST_PERSON),
            Field.of(Field.Kind.LINE, SUBJECT, Wording.of("对象"), filled.getOrDefault(SUBJECT, ""))
                .hinting(Wording.of("申请页面的网址或者标识，或者机关代码；不要填写姓名、证件号码"))
                .atMost(LONGEST_SUBJECT),
            Field.of(Field.Kind.CHOICE, ACTION, Wording.of("做了什么"), action)
                .choosing(
                    Words.choices(
                        Arrays.asList(AuditAction.values()),
                        Enum::name,
                        AuditWords::of,
                        Wording.of("不限"),
                        action)))
        .stream()
        .map(field -> field.wrong(faults))
        .toList();
  }

  private static Field day(String name, String label, Map<String, String> filled) {
    return Field.of(Field.Kind.DAY, name, label, filled.getOrDefault(name, ""))
        .like(Wording.of("如2026-03-02"));
  }
}
