package disclosure.requests.page.disputes;

import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.dispute.Dispute;
import disclosure.requests.dispute.DisputeStepRequest;
import disclosure.requests.dispute.DisputeStepType;
import disclosure.requests.dispute.ResultRequest;
import disclosure.requests.page.form.Fields;
import disclosure.requests.page.form.FormJson;
import disclosure.requests.page.form.Words;
import disclosure.requests.steps.StepAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The form of what is recorded of a case, as it was filled in.
 *
 * @param title what it records
 * @param fields with what is wrong in them
 * @param errors the same together
 */
public record CaseForm(String title, List<Field> fields, Errors errors) {

  static final String TYPE = "type";

  /** The entity tag of the case that was seen. */
  static final String SEEN = "seen";

  /** How many steps it had. */
  static final String STEPS = "steps";

  private static final Set<String> ALWAYS = Set.of("on", "reason");

  /** A defensive copy is kept. */
  public CaseForm {
    fields = List.copyOf(fields);
  }

  /**
   * What is to be recorded.
   *
   * @param step nothing for how the case ended
   */
  record Choice(Optional<DisputeStepType> step) {

    private static final String RESULT = "RESULT";

    /**
     * By its code.
     *
     * @throws Refusal 404
     */
    static Choice of(String code) {
      if (code.equals(RESULT)) {
        return new Choice(Optional.empty());
      }
      return Arrays.stream(DisputeStepType.values())
          .filter(type -> type.name().equals(code))
          .findFirst()
          .map(type -> new Choice(Optional.of(type)))
          .orElseThrow(Refusal::notFound);
    }

    /** All that can be recorded now. */
    static List<Choice> next(Dispute dispute) {
      List<Choice> next = new ArrayList<>();
      if (!dispute.countsNowhere()) {
        next.add(new Choice(Optional.empty()));
      }
      dispute.next().forEach(type -> next.add(new Choice(Optional.of(type))));
      return next;
    }

    String code() {
      return step.map(Enum::name).orElse(RESULT);
    }

    String title(Dispute dispute) {
      if (step.isPresent()) {
        return Wording.of(step.get().label());
      }
      return Wording.of(dispute.result().isPresent() ? "更正案件结果" : "登记案件结果");
    }

    private List<StepAttribute> attributes() {
      if (step.isEmpty()) {
        return StepAttribute.within(ResultRequest.class);
      }
      // To which application a case belongs is put right by its id, which no clerk knows.
      return StepAttribute.within(DisputeStepRequest.class).stream()
          .filter(
              attribute ->
                  ALWAYS.contains(attribute.name())
                      || step.get().takes(attribute.name())
                          && !attribute.name().equals("applicationId"))
          .toList();
    }
  }

  static CaseForm of(
      Choice choice,
      Dispute dispute,
      Function<String, List<String>> values,
      List<Fault> faults,
      List<Field> hidden) {
    List<Fault> told = Words.inWords(faults);
    Fields fields = new Fields(values, told);
    List<Field> shown =
        choice.attributes().stream()
            .map(attribute -> field(choice, fields.of("", attribute)))
            .toList();
    List<Field> all = new ArrayList<>(hidden);
    all.add(Fields.hidden(TYPE, choice.code()));
    all.addAll(shown);
    return new CaseForm(choice.title(dispute), all, Errors.of(shown, told));
  }

  private static Field field(Choice choice, Field field) {
    return switch (field.name()) {
      case "on" ->
          field
              .called(Wording.of("%s日期", Wording.of(choice.step().orElseThrow().label())))
              .needed()
              .beginning();
      case "reason" -> field.needed();
      case "result", "closedOn" -> field.needed();
      default -> field.hinting(Wording.of("不变的不填"));
    };
  }

  /** The JSON of what was filled in. */
  static byte[] json(Choice choice, PostedForm form) {
    FormJson json = new FormJson(form).with(choice.attributes());
    choice.step().ifPresent(step -> json.with(TYPE, step.name()));
    return json.bytes();
  }
}
