package disclosure.requests.page;

import disclosure.edge.Fault;
import disclosure.edge.look.ChineseDates;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
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
 * @param fields with what is wrong in them
 * @param errors the same together
 */
public record StepForm(String title, String against, List<Field> fields, Errors errors) {

  static final String TYPE = "type";
  static final String CORRECTS = "corrects";

  /** The entity tag of the application that was seen. */
  static final String SEEN = "seen";

  /** How many steps it had. */
  static final String STEPS = "steps";

  static final String KEY = "key";

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
        return type.label();
      }
      return type == StepType.VOIDED
          ? "撤销第" + corrects.get() + "个环节"
          : "更正第" + corrects.get() + "个环节：" + type.label();
    }
  }

  /** What a person may choose of: not more than the one who is asked may see. */
  record Known(
      Application application,
      Map<StepType, BrokenRule> against,
      List<Named> organs,
      List<Dispute> cases) {}

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
        add(shown, fields, choice.type(), attribute, known);
      }
    }
    Errors errors = Errors.of(shown, told);
    List<Field> all = new ArrayList<>(hidden);
    all.add(Fields.hidden(TYPE, choice.type().name()));
    choice.corrects().ifPresent(step -> all.add(Fields.hidden(CORRECTS, step.toString())));
    all.addAll(shown);
    String against =
        Optional.ofNullable(known.against().get(choice.type()))
            .filter(rule -> choice.corrects().isEmpty())
            .map(Screen::rule)
            .orElse("");
    return new StepForm(choice.title(), against, all, errors);
  }

  /** The JSON of what was filled in. */
  static byte[] json(Choice choice, PostedForm form) {
    FormJson json =
        new FormJson(form)
            .with(TYPE, choice.type().name())
            .with(
                StepAttribute.of(choice.type()).stream()
                    .filter(attribute -> !UNSEEN.contains(attribute.name()))
                    .toList());
    choice.corrects().ifPresent(step -> json.with(CORRECTS, step));
    return json.bytes();
  }

  private static void add(
      List<Field> shown, Fields fields, StepType type, StepAttribute attribute, Known known) {
    Type value = attribute.type();
    if (value instanceof Class<?> part && part.isRecord() && !FormJson.isScalar(part)) {
      // Of several persons only the API takes the right values.
      StepAttribute.within(part.asSubclass(Record.class)).stream()
          .filter(inner -> Words.label(attribute.name() + "." + inner.name()).isPresent())
          .forEach(inner -> shown.add(fields.of(attribute.name() + ".", inner)));
      return;
    }
    Field field = fields.of("", attribute);
    if (value == Boolean.class && type == StepType.RECEIPT_CORRECTED) {
      // Left empty it stands as it is: a box could only ever say yes.
      field = field.oneOf(Words.yesOrNo(field.value()));
    }
    if (attribute.name().equals("on")) {
      field = field.called(Words.day(type)).beginning();
    } else if (attribute.name().equals("consultation")) {
      field = field.oneOf(consultations(known.application(), type, field.value()));
    } else if (attribute.name().equals("dispute")) {
      field =
          field.oneOf(
              Words.choices(
                  CaseLine.corrected(known.cases()),
                  one -> one.id().toString(),
                  CaseLine::named,
                  "请选择",
                  field.value()));
    } else if (value == OrganCode.class && !known.organs().isEmpty()) {
      field =
          field.oneOf(
              Words.choices(
                  known.organs(), one -> one.code().value(), Named::name, "请选择", field.value()));
    }
    shown.add(attribute.isRequired(type) ? field.needed() : field);
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
        step -> "第" + step.sequence() + "个环节，" + ChineseDates.of(step.step().on()) + "发出",
        "最早一次尚未答复的",
        chosen);
  }
}
