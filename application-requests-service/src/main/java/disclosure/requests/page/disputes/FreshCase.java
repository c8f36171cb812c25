package disclosure.requests.page.disputes;

import disclosure.edge.Fault;
import disclosure.edge.look.Errors;
import disclosure.edge.look.Field;
import disclosure.edge.look.Wording;
import disclosure.edge.page.PostedForm;
import disclosure.requests.dispute.DisputeRequest;
import disclosure.requests.organ.OrganNames.Named;
import disclosure.requests.page.FreshForm;
import disclosure.requests.page.Screen;
import disclosure.requests.page.form.Fields;
import disclosure.requests.page.form.FormJson;
import disclosure.requests.page.form.Words;
import disclosure.requests.steps.StepAttribute;
import disclosure.requests.store.StoredApplication;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The form of a new case about an application, as it was filled in.
 *
 * @param application where the application is
 * @param number the application's
 * @param fields with what is wrong in them
 * @param errors the same together
 */
public record FreshCase(String application, String number, List<Field> fields, Errors errors) {

  private static final String ORGAN = "organCode";
  private static final String APPLICATION = "applicationId";

  /** How it ended is told last. */
  private static final Set<String> END = Set.of("result", "closedOn");

  /** A defensive copy is kept. */
  public FreshCase {
    fields = List.copyOf(fields);
  }

  static FreshCase of(
      StoredApplication stored,
      Function<String, List<String>> values,
      List<Named> organs,
      List<Fault> faults) {
    List<Fault> told = Words.inWords(faults);
    Fields fields = new Fields(values, told);
    List<Field> shown =
        StepAttribute.within(DisputeRequest.class).stream()
            .filter(attribute -> !attribute.name().equals(APPLICATION))
            .sorted(Comparator.comparing(attribute -> END.contains(attribute.name())))
            .map(attribute -> field(fields.of("", attribute), organs))
            .toList();
    return new FreshCase(
        Screen.address(stored.id()),
        stored.sourceReference(),
        shown,
        Errors.of(shown, told).leading(told, Screen.PATH, Wording.of("查看使用该编号的案件")));
  }

  private static Field field(Field field, List<Named> organs) {
    return switch (field.name()) {
      case ORGAN ->
          FreshForm.organ(ORGAN, field.value(), organs, Wording.of("请选择"))
              .called(Wording.of("被申请人、被告（行政机关）"))
              .needed()
              .wrong(field.error());
      case "sourceReference" ->
          field.needed().called(Wording.of("案件登记编号")).hinting(Wording.of("本机关自己的编号"));
      case "kind" -> field.needed().beginning();
      case "acceptedOn" -> field.needed();
      case "result" -> field.hinting(Wording.of("尚未审结的不填"));
      case "closedOn" -> field.hinting(Wording.of("与案件结果一并填写"));
      default -> field;
    };
  }

  /** What is likely right: the organ of the application. */
  static Function<String, List<String>> prefilled(StoredApplication stored) {
    return name ->
        Optional.of(stored.organCode().value()).filter(code -> name.equals(ORGAN)).stream()
            .toList();
  }

  /** The JSON of what was filled in. */
  static byte[] json(StoredApplication stored, PostedForm form) {
    return new FormJson(form)
        .with(
            StepAttribute.within(DisputeRequest.class).stream()
                .filter(attribute -> !attribute.name().equals(APPLICATION))
                .toList())
        .with(APPLICATION, stored.id().toString())
        .bytes();
  }
}
