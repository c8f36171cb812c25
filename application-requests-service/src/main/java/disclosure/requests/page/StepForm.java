package disclosure.requests.page;

import disclosure.edge.Fault;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.application.Application;
import disclosure.requests.application.BrokenRule;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.StepType;
import disclosure.requests.dispute.Dispute;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.page.form.Fields;
import disclosure.requests.page.form.FormJson;
import disclosure.requests.page.form.Words;
import disclosure.requests.steps.StepAttribute;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The form of one step, as it was filled in.
 *
 * @param title what it records
 * @param against the rule for whose sake it will stand for nothing; empty for none
 * @param caution what is to be known before; empty for nothing
 * @param fields with what is wrong in them
 * @param errors the same together
 */
public record StepForm(
    String title, String against, String caution, List<Field> fields, Errors errors) {

  static final String TYPE = "type";
  static final String CORRECTS = "corrects";

  /** The entity tag of the application that was seen. */
  static final String SEEN = "seen";

  /** How many steps it had. */
  static final String STEPS = "steps";

  static final String KEY = "key";

  /** To whom it is handed over: chosen, or its code or whole name. */
  static final String TO_ORGAN = "toOrgan";

  private static final int LONGEST_NAME = 200;

  /** Sent for a program, which is asked nothing of a person. */
  private static final Set<String> UNSEEN = Set.of(CORRECTS, "onBehalfOf");

  /** A defensive copy is kept. */
  public StepForm {
    fields = List.copyOf(fields);
  }

  /** What is to be recorded. */
  record Choice(StepType type, Optional<Integer> corrects) {

    String title() {
      if (corrects.isEmpty()) {
        return Words.of(type);
      }
      return isStriking()
          ? Wording.of("撤销第%s个环节", corrects.get())
          : Wording.of("更正第%s个环节：%s", corrects.get(), Words.of(type));
    }

    /** Whether a step is struck, and not the whole application voided. */
    boolean isStriking() {
      return type == StepType.VOIDED && corrects.isPresent();
    }

    /** What is to be known before it is recorded; empty for nothing. */
    String caution() {
      return switch (type) {
        case VOIDED ->
            isStriking() ? "" : Wording.of("作废后不能恢复，也不能再登记任何环节，这件申请不计入统计。只有误登记的申请才应当作废。");
        case TRANSFERRED -> Wording.of("移送后本机关不能再为这件申请登记环节，由接收机关继续办理。");
        default -> "";
      };
    }
  }

  /**
   * What a person may choose of: not more than the one who is asked may see.
   *
   * @param against the kinds that will stand for nothing, and by which rule
   * @param organs to which it can be handed over
   * @param written whether there are more of them than can be chosen from
   * @param cases about the application
   * @param now what of the receipt can be put right, as it stands, by the names of the fields
   */
  record Known(
      Application application,
      Map<StepType, BrokenRule> against,
      List<Named> organs,
      boolean written,
      List<Dispute> cases,
      Map<String, String> now) {}

  static StepForm of(
      Choice choice,
      Function<String, List<String>> values,
      List<Fault> faults,
      Known known,
      List<Field> hidden) {
    List<Fault> told = Words.inWords(faults);
    Fields fields = new Fields(values, told);
    List<Field> shown = new ArrayList<>();
    for (StepAttribute attribute : StepAttribute.of(choice.type())) {
      if (!UNSEEN.contains(attribute.name())) {
        add(shown, fields, choice, attribute, known);
      }
    }
    // What is seldom filled in, and takes the most room, comes last.
    shown.sort(Comparator.comparing(field -> field.isArea() && !field.required()));
    Errors errors = Errors.of(shown, told).leading(told, Screen.PATH, Wording.of(FreshForm.HOLDER));
    List<Field> all = new ArrayList<>(hidden);
    all.add(Fields.hidden(TYPE, choice.type().name()));
    choice.corrects().ifPresent(step -> all.add(Fields.hidden(CORRECTS, step.toString())));
    all.addAll(shown);
    String against =
        Optional.ofNullable(known.against().get(choice.type()))
            .filter(rule -> choice.corrects().isEmpty())
            .map(Screen::rule)
            .orElse("");
    return new StepForm(choice.title(), against, choice.caution(), all, errors);
  }

  /**
   * The JSON of what was filled in.
   *
   * @param organ the code of the organ whose name was filled in; empty where none was
   */
  static byte[] json(Choice choice, PostedForm form, Optional<OrganCode> organ) {
    FormJson json =
        new FormJson(form)
            .with(TYPE, choice.type().name())
            .with(
                StepAttribute.of(choice.type()).stream()
                    .filter(attribute -> !UNSEEN.contains(attribute.name()))
                    .toList());
    choice.corrects().ifPresent(step -> json.with(CORRECTS, step));
    organ.ifPresent(code -> json.with(TO_ORGAN, code.value()));
    return json.bytes();
  }

  private static void add(
      List<Field> shown, Fields fields, Choice choice, StepAttribute attribute, Known known) {
    StepType type = choice.type();
    Type value = attribute.type();
    if (value instanceof Class<?> part && part.isRecord() && !FormJson.isScalar(part)) {
      // Of several persons only the API takes the right values.
      StepAttribute.within(part.asSubclass(Record.class)).stream()
          .filter(inner -> Words.label(attribute.name() + "." + inner.name()).isPresent())
          .forEach(
              inner -> shown.add(standing(fields.of(attribute.name() + ".", inner), type, known)));
      return;
    }
    Field field = fields.of("", attribute);
    if (value == Boolean.class && type == StepType.RECEIPT_CORRECTED) {
      // Left empty it stands as it is: a box could only ever say yes.
      field = field.oneOf(Words.yesOrNo(field.value()));
    }
    if (attribute.name().equals("on")) {
      field = field.called(choice.isStriking() ? Wording.of("撤销日期") : Words.day(type)).beginning();
    } else if (attribute.name().equals("consultation")) {
      field = field.oneOf(consultations(known.application(), type, field.value()));
    } else if (attribute.name().equals("dispute")) {
      field =
          field.oneOf(
              Words.choices(
                  CaseLine.corrected(known.cases()),
                  one -> one.id().toString(),
                  CaseLine::named,
                  Wording.of("请选择"),
                  field.value()));
    } else if (value == OrganCode.class && !known.organs().isEmpty()) {
      field =
          field.oneOf(
              Words.choices(
                  known.organs(),
                  one -> one.code().value(),
                  Named::name,
                  Wording.of("请选择"),
                  field.value()));
    }
    if (value == OrganCode.class && known.organs().isEmpty()) {
      field =
          field
              .hinting(
                  known.written()
                      ? Wording.of("名称全称，或者18位统一社会信用代码")
                      : Wording.of("您只能为本机关登记；移送须由也能为接收机关登记的人办理"))
              .atMost(LONGEST_NAME);
    } else if (type == StepType.TRANSFERRED && attribute.name().equals(FreshForm.NUMBER)) {
      field = field.called(Wording.of("接收机关的登记编号")).hinting(Wording.of("接收机关另行编号时填写；不填的，沿用本机关的编号"));
    }
    Field asked = standing(field, type, known);
    shown.add(attribute.isRequired(type) ? asked.needed() : asked);
  }

  /** Of what can be put right, what it is now; what is left empty stands. */
  private static Field standing(Field field, StepType type, Known known) {
    if (type != StepType.RECEIPT_CORRECTED
        || field.name().equals("on")
        || field.name().equals("reason")) {
      return field;
    }
    Field empty = field.like("");
    String now = known.now().getOrDefault(field.name(), "");
    Field told = now.isEmpty() ? empty : empty.hinting(Wording.of("现为：%s", now));
    return field.isChoice() ? told.choosing(Words.orNot(field.groups())) : told;
  }

  /** The letters that may be answered by such a step. */
  private static List<Field.Group> consultations(
      Application application, StepType reply, String chosen) {
    StepType letter =
        reply == StepType.THIRD_PARTY_REPLIED
            ? StepType.THIRD_PARTY_CONSULTED
            : StepType.OTHER_ORGAN_CONSULTED;
    List<RecordedStep> letters =
        application.effectiveSteps().stream().filter(step -> step.step().type() == letter).toList();
    return Words.choices(
        letters,
        step -> Integer.toString(step.sequence()),
        step -> Wording.of("第%s个环节，%s发出", step.sequence(), ChineseDates.of(step.step().on())),
        Wording.of("最早一次尚未答复的"),
        chosen);
  }
}
