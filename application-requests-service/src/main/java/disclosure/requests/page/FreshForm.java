package disclosure.requests.page;

import disclosure.edge.Fault;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Field.Kind;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.page.form.Fields;
import disclosure.requests.page.form.FormJson;
import disclosure.requests.page.form.Persons;
import disclosure.requests.page.form.Rows;
import disclosure.requests.page.form.Words;
import disclosure.requests.registration.ApplicationRequest;
import disclosure.requests.steps.StepAttribute;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The form of a new application, as it was filled in.
 *
 * @param key names this very form, so that it is registered once however often it is sent
 * @param fields those that are nearly always filled in
 * @param more those that are seldom
 * @param others who applies for the applicant, and who beside him
 * @param errors what is wrong in them
 * @param before the one that was registered last; nothing where there is none
 */
public record FreshForm(
    String key,
    List<Field> fields,
    List<Field> more,
    List<Others> others,
    Errors errors,
    List<Before> before) {

  static final String ORGAN = "organCode";
  static final String DAY = "receivedOn";
  static final String CHANNEL = "channel";
  static final String NUMBER = "sourceReference";

  /** Where a form leads whose number another application has. */
  static final String HOLDER = "查看使用该编号的申请";

  /** The button for more joint applicants, which registers nothing. */
  static final String MORE = "more";

  private static final int CODE_LENGTH = 18;

  /** In the order in which a letter tells them. */
  private static final List<String> FIRST =
      List.of(
          ORGAN,
          DAY,
          CHANNEL,
          NUMBER,
          "applicant.type",
          "applicant.name",
          "applicant.contact",
          "applicant.identityNumber",
          "subject");

  private static final List<String> SELDOM =
      List.of("submittedOn", "requestedForm", "requestedWay", "oral");

  /** Rows of joint applicants that stand there at least, and how many come with each wish. */
  private static final int ROWS = 2;

  /** Somebody beside the applicant. */
  public record Others(String title, List<Field> fields) {}

  /**
   * What was registered before, and how it stands.
   *
   * @param like others that are like it
   * @param lacks what 第二十九条 asks for and isn't there, in words; empty for nothing
   * @param doubts what of it is hardly right
   */
  public record Before(
      String address,
      String number,
      String due,
      List<Screen.Link> like,
      String lacks,
      List<String> doubts) {}

  static FreshForm of(
      String key,
      Function<String, List<String>> filled,
      List<Named> organs,
      List<Fault> faults,
      List<Before> before) {
    List<Fault> told = Words.inWords(faults);
    Function<String, List<String>> values = Persons.JOINT.closedUp(filled);
    Fields fields = new Fields(values, told);
    List<Field> first = new ArrayList<>();
    for (String name : FIRST) {
      Field field = fields.of(path(name), attribute(name));
      field =
          switch (name) {
            case ORGAN ->
                organ(ORGAN, field.value(), organs, Wording.of("请选择"))
                    .needed()
                    .wrong(field.error());
            case NUMBER -> field.needed().beginning().hinting(Wording.of("本机关自己的编号"));
            case DAY, CHANNEL, "applicant.type" -> field.needed();
            default -> field;
          };
      first.add(field);
    }
    List<Field> seldom =
        SELDOM.stream().map(name -> fields.of(path(name), attribute(name))).toList();
    boolean wished = !filled.apply(MORE).isEmpty();
    List<Others> others = others(fields, Persons.JOINT.shown(filled) + (wished ? ROWS : 0));
    return new FreshForm(
        key,
        first,
        seldom,
        others,
        Errors.of(
                Stream.of(
                        first.stream(),
                        seldom.stream(),
                        others.stream().flatMap(one -> one.fields().stream()))
                    .flatMap(some -> some)
                    .toList(),
                told)
            .leading(told, Screen.PATH, Wording.of(HOLDER)),
        before);
  }

  private static List<Others> others(Fields fields, int rows) {
    List<Others> others = new ArrayList<>();
    String agent = Wording.of("代理人");
    others.add(new Others(agent, Persons.of(fields, Persons.AGENT, agent)));
    for (int row = 0; row < Math.min(Math.max(rows, ROWS), Rows.MOST); row++) {
      String who = Wording.of("共同申请人%s", row + 1);
      others.add(new Others(who, Persons.of(fields, Persons.JOINT.at(row), who)));
    }
    return others;
  }

  /** The JSON of what was filled in. */
  static byte[] json(PostedForm form) {
    return new FormJson(form)
        .with(
            StepAttribute.within(ApplicationRequest.class).stream()
                .filter(attribute -> isAsked(attribute.name()))
                .toList())
        .having("applicant")
        .bytes();
  }

  private static boolean isAsked(String name) {
    return name.equals("applicant") || FIRST.contains(name) || SELDOM.contains(name);
  }

  /** Where an organ is chosen, or written when there are too many. */
  public static Field organ(String name, String value, List<Named> organs, String none) {
    Field field = Field.of(Kind.LINE, name, Wording.of("行政机关"), value);
    if (PageCaller.areTooMany(organs)) {
      return field.hinting(Wording.of("18位统一社会信用代码")).atMost(CODE_LENGTH);
    }
    return Field.of(Kind.CHOICE, name, Wording.of("行政机关"), value)
        .choosing(Words.choices(organs, one -> one.code().value(), Named::name, none, value));
  }

  /** Whether what is seldom filled in is shown at once: something in it is filled in. */
  public boolean open() {
    return others.size() > ROWS + 1
        || Stream.concat(more.stream(), others.stream().flatMap(one -> one.fields().stream()))
            .anyMatch(field -> !field.value().isEmpty() || !field.error().isEmpty());
  }

  private static String path(String name) {
    return name.contains(".") ? name.substring(0, name.indexOf('.') + 1) : "";
  }

  private static StepAttribute attribute(String name) {
    Class<? extends Record> type =
        name.contains(".") ? ApplicationRequest.Applicant.class : ApplicationRequest.class;
    return StepAttribute.within(type).stream()
        .filter(attribute -> (path(name) + attribute.name()).equals(name))
        .findFirst()
        .orElseThrow();
  }
}
