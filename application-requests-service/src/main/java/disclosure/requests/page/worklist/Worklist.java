package disclosure.requests.page.worklist;

import disclosure.edge.Fault;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Field.Kind;
import disclosure.edge.look.Wording;
import disclosure.requests.clock.ClockReading;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.page.FreshForm;
import disclosure.requests.page.Screen;
import disclosure.requests.page.clock.Awaited;
import disclosure.requests.page.clock.Due;
import disclosure.requests.page.form.Said;
import disclosure.requests.page.form.Words;
import disclosure.requests.personaldata.MaskedApplicant;
import disclosure.requests.search.FoundApplication;
import disclosure.requests.search.MissingAnswers;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A part of a list, with the forms that it is chosen by.
 *
 * @param title what it lists
 * @param filters the fields of the one form
 * @param name the field of the other, for an applicant's name
 * @param errors what is wrong in them
 * @param notice what else is to be said; empty for nothing
 * @param missing one for each application whose clock stands still though the time of who is waited
 *     for is over
 * @param more where all of these are, if there are or may be more; empty where there are none
 * @param part which of them stand here, where there is {@code more}
 * @param rows one for each application
 * @param next where the following part is; empty after the last one
 * @param everywhere where all applications are looked through for the same; empty where they are
 * @param token the same as {@code next} for a search, which no address may tell of
 * @param mine where those are that the person handles; empty where he handles none
 */
public record Worklist(
    String title,
    List<Field> filters,
    Field name,
    Errors errors,
    String notice,
    List<Row> missing,
    String more,
    String part,
    List<Row> rows,
    String next,
    String everywhere,
    String token,
    String mine) {

  static final String NAME = "applicantName";
  private static final int LONGEST_NUMBER = 128;
  static final int LONGEST_TEXT = 100;
  private static final int LONGEST_NAME = 200;

  /** One application. */
  public record Row(
      String address,
      String number,
      String subject,
      String organ,
      String applicant,
      String received,
      String due,
      String left,
      boolean late,
      String reason,
      List<Awaited> awaited,
      String status,
      String handler) {

    /** Whether it is the last day for the answer. */
    public boolean today() {
      return !late && left.equals(Due.left(0, false));
    }

    static Row of(FoundApplication found, Optional<ClockReading> reading) {
      boolean open = found.workingDaysLeft().isPresent();
      return new Row(
          Screen.address(found.id()),
          found.sourceReference(),
          found.subject().orElse(""),
          found.organName(),
          Said.constantOf(found.applicant().nameInWords(), MaskedApplicant.UNREADABLE),
          found.receivedOn().toString(),
          found.dueOn().map(Object::toString).orElse("")
              + (found.dueProvisional() && open ? Wording.of("（暂定）") : ""),
          found.workingDaysLeft().map(days -> Due.left(days, found.overdue())).orElse(""),
          found.overdue(),
          reading.map(Due::reason).orElse(""),
          reading.map(Awaited::of).orElse(List.of()),
          found.extended()
              ? Wording.of("%s，已延期", Words.ofCode(ApplicationStatus.class, found.status()))
              : Words.ofCode(ApplicationStatus.class, found.status()),
          found.handler().orElse(""));
    }
  }

  /** What was found. */
  record Found(
      Missing missing,
      List<FoundApplication> items,
      Map<UUID, ClockReading> readings,
      Optional<URI> next) {

    static final Found NOTHING = new Found(Missing.NONE, List.of(), Map.of(), Optional.empty());

    List<Row> rows() {
      return Worklist.rows(items, readings);
    }
  }

  /**
   * Those for which an answer from outside is missing.
   *
   * @param items those without a due date
   * @param dated whether there are others
   */
  record Missing(
      List<FoundApplication> items,
      boolean dated,
      Map<UUID, ClockReading> readings,
      Optional<URI> next) {

    static final Missing NONE = new Missing(List.of(), false, Map.of(), Optional.empty());

    static Missing of(MissingAnswers.Part part) {
      // One that has a due date stands in its place by that, with what is missing.
      return new Missing(
          part.items().stream().filter(one -> one.dueOn().isEmpty()).toList(),
          part.items().stream().anyMatch(one -> one.dueOn().isPresent()),
          part.readings(),
          part.next());
    }

    List<Row> rows() {
      return Worklist.rows(items, readings);
    }

    String part() {
      if (items.isEmpty()) {
        return dated ? Wording.of("收到较早的一部分中期限已过的都有答复期限，按期限列在待办中") : Wording.of("收到较早的一部分中没有期限已过的");
      }
      return dated ? Wording.of("上面只列出其中收到较早的一部分，有答复期限的按期限列在待办中") : Wording.of("上面只列出其中收到较早的一部分");
    }
  }

  private static List<Row> rows(List<FoundApplication> items, Map<UUID, ClockReading> readings) {
    return items.stream()
        .map(one -> Row.of(one, Optional.ofNullable(readings.get(one.id()))))
        .toList();
  }

  static Worklist of(
      Map<String, String> filled,
      List<Named> organs,
      List<Fault> faults,
      String notice,
      Found found,
      String mine) {
    List<Field> filters = filters(filled, organs, faults);
    View chosen = faults.isEmpty() ? View.of(filled) : View.DUE;
    return new Worklist(
        chosen.label(),
        filters,
        nameField("", faults),
        Errors.of(filters, faults),
        notice,
        found.missing().rows(),
        found.missing().next().map(some -> at(View.MISSING, filled)).orElse(""),
        found.missing().part(),
        found.rows(),
        found.next().map(uri -> uri.getRawPath() + "?" + uri.getRawQuery()).orElse(""),
        chosen == View.ALL || filled.keySet().stream().allMatch(View.PARAMETER::equals)
            ? ""
            : at(View.ALL, filled),
        "",
        mine);
  }

  static Worklist ofSearch(
      String name, List<Named> organs, List<Fault> faults, String token, Found found) {
    Field field = nameField(name, faults);
    return new Worklist(
        Wording.of("按申请人查找的结果"),
        filters(Map.of(), organs, List.of()),
        field,
        Errors.of(List.of(field), faults),
        "",
        List.of(),
        "",
        "",
        found.rows(),
        "",
        "",
        token,
        "");
  }

  private static String at(View view, Map<String, String> filled) {
    return filled.entrySet().stream()
        .filter(one -> !one.getKey().equals(View.PARAMETER))
        .map(
            one ->
                "&"
                    + one.getKey()
                    + "="
                    + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(
            Collectors.joining("", Screen.PATH + "?" + View.PARAMETER + "=" + view.code(), ""));
  }

  private static Field nameField(String name, List<Fault> faults) {
    return Field.of(Kind.LINE, NAME, Wording.of("申请人姓名或者名称"), name)
        .hinting(Wording.of("须写全称；查找会记入审计记录"))
        .wrong(Errors.at(NAME, faults))
        .atMost(LONGEST_NAME);
  }

  private static List<Field> filters(
      Map<String, String> filled, List<Named> organs, List<Fault> faults) {
    String view = filled.getOrDefault(View.PARAMETER, View.DUE.code());
    Field views =
        Field.of(Kind.CHOICE, View.PARAMETER, Wording.of("显示"), view)
            .choosing(
                List.of(
                    new Field.Group(
                        "",
                        Arrays.stream(View.values())
                            .map(
                                one ->
                                    new Field.Option(
                                        one.code(), one.label(), one.code().equals(view)))
                            .toList())));
    Field organ =
        FreshForm.organ("organ", filled.getOrDefault("organ", ""), organs, Wording.of("全部行政机关"));
    return List.of(
            views,
            organ,
            line("sourceReferencePrefix", Wording.of("登记编号"), LONGEST_NUMBER, filled)
                .hinting(Wording.of("编号的开头即可")),
            line("documentNumber", Wording.of("答复文号"), LONGEST_NUMBER, filled),
            line("subject", Wording.of("申请内容"), LONGEST_TEXT, filled).hinting(Wording.of("其中的几个字")),
            line("handler", Wording.of("承办人"), LONGEST_TEXT, filled))
        .stream()
        .map(field -> field.wrong(faults))
        .toList();
  }

  private static Field line(String name, String label, int longest, Map<String, String> filled) {
    return Field.of(Kind.LINE, name, label, filled.getOrDefault(name, "")).atMost(longest);
  }
}
