package disclosure.requests.page.organs;

import disclosure.edge.Fault;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.organ.OrganRequest;
import disclosure.requests.organ.OrganView;
import disclosure.requests.page.form.Fields;
import disclosure.requests.page.form.FormJson;
import disclosure.requests.page.form.Words;
import disclosure.requests.steps.StepAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What is filled in of an organ.
 *
 * @param address where it is sent
 * @param title what is done with it
 * @param explained what that means; empty for nothing
 * @param button what sends it
 */
public record OrganForm(
    String address,
    String title,
    String explained,
    String button,
    List<Field> fields,
    Errors errors) {

  static final String CODE = "organCode";
  static final String SEEN = "seen";
  static final String CHANGE = "change";
  static final String PARENT = "parentOrganCode";
  static final String SUCCESSOR = "successorOrganCode";

  /** What a new organ is registered with. */
  static final List<String> NEW = List.of(CODE, "name", "kind", PARENT, "validFrom");

  private static final List<StepAttribute> ATTRIBUTES =
      StepAttribute.within(OrganRequest.class).stream()
          .filter(attribute -> !attribute.name().equals("formerly"))
          .toList();

  private static final int CODE_LENGTH = 18;

  /** A defensive copy is kept. */
  public OrganForm {
    fields = List.copyOf(fields);
  }

  /** That of a new organ. */
  static OrganForm ofNew(
      String address, Function<String, List<String>> filled, OrganChoice organs, List<Fault> told) {
    List<Fault> faults = Words.inWords(told);
    Fields all = new Fields(filled, faults);
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.of(Field.Kind.LINE, CODE, Wording.of("统一社会信用代码"), all.value(CODE))
            .hinting(Wording.of("18位；登记后不能更改"))
            .atMost(CODE_LENGTH)
            .needed()
            .beginning()
            .wrong(Errors.at(CODE, faults)));
    NEW.stream()
        .filter(name -> !name.equals(CODE))
        .forEach(name -> fields.add(field(name, all, organs)));
    return new OrganForm(
        address, Wording.of("登记新机关"), "", Wording.of("登记"), fields, Errors.of(fields, faults));
  }

  /** That of a change. */
  static OrganForm of(
      Change change,
      String address,
      String seen,
      Function<String, List<String>> filled,
      OrganChoice organs,
      List<Fault> told) {
    List<Fault> faults = Words.inWords(told);
    Fields all = new Fields(filled, faults);
    List<Field> fields = new ArrayList<>();
    fields.add(Fields.hidden(SEEN, seen));
    fields.add(Fields.hidden(CHANGE, change.name()));
    change.fields().forEach(name -> fields.add(field(name, all, organs)));
    return new OrganForm(
        address,
        change.label(),
        change.explained(),
        change.button(),
        fields,
        Errors.of(fields, faults));
  }

  /** The same, where somebody else has changed the organ meanwhile. */
  OrganForm changedBy(List<String> now) {
    return new OrganForm(
        address,
        title,
        explained,
        button,
        fields,
        new Errors(
            Wording.of("这个机关刚刚被他人更改，您填写的内容尚未保存"),
            Wording.of("现在的登记如下。如仍要改为您填写的内容，请核对后再次提交。"),
            now.stream().map(text -> new Errors.Entry("", text)).toList()));
  }

  /** What the organ is, by the names of the fields. */
  static Map<String, String> values(OrganView organ) {
    Map<String, String> values = new HashMap<>();
    values.put("name", organ.name());
    values.put("kind", organ.kind().name());
    organ.parentOrganCode().ifPresent(code -> values.put(PARENT, code.value()));
    organ.validFrom().ifPresent(day -> values.put("validFrom", day.toString()));
    organ.validTo().ifPresent(day -> values.put("validTo", day.toString()));
    organ.successorOrganCode().ifPresent(code -> values.put(SUCCESSOR, code.value()));
    return values;
  }

  /**
   * The JSON of what was filled in.
   *
   * @param asked the names of what was
   * @param held what the organ is, for all else
   * @param named organs whose whole name was filled in, by the names of the fields
   */
  static byte[] json(
      PostedForm form, List<String> asked, Map<String, String> held, Map<String, OrganCode> named) {
    FormJson json =
        new FormJson(form)
            .with(
                ATTRIBUTES.stream().filter(attribute -> asked.contains(attribute.name())).toList());
    ATTRIBUTES.stream()
        .map(StepAttribute::name)
        .filter(name -> !asked.contains(name) && held.containsKey(name))
        .forEach(name -> json.with(name, held.get(name)));
    named.forEach((name, code) -> json.with(name, code.value()));
    return json.bytes();
  }

  private static Field field(String name, Fields all, OrganChoice organs) {
    Field field =
        all.of(
            "",
            ATTRIBUTES.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElseThrow());
    return switch (name) {
      case "name" -> field.called(Wording.of("机关名称")).hinting(Wording.of("全称")).needed();
      case "kind" ->
          field.called(Wording.of("机关类别")).hinting(Wording.of("决定年度报告的公布期限和“本级”的范围")).needed();
      case "since" -> field.hinting(Wording.of("按新的名称、类别和隶属登记的第一天")).needed().beginning();
      case "validFrom" -> field.hinting(Wording.of("存续的第一天；一直存续的可以留空"));
      case "validTo" -> field.hinting(Wording.of("存续的最后一天"));
      case PARENT -> organs.in(field, Wording.of("（没有上级机关）"));
      case SUCCESSOR -> organs.in(field, Wording.of("（没有承继机关）"));
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The names of the fields in which organs are filled in. */
  static Stream<String> organFields() {
    return Stream.of(PARENT, SUCCESSOR);
  }
}
