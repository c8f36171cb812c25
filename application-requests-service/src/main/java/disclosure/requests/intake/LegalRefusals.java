package disclosure.requests.intake;

import disclosure.requests.application.BilingualText;
import disclosure.requests.application.StepFault;
import disclosure.requests.application.StepRefused;
import disclosure.requests.problem.Fault;
import disclosure.requests.problem.Refusal;
import disclosure.requests.problem.Text;
import java.util.List;
import java.util.function.Function;

/** What the domain refuses, as a problem that names the client's fields. */
final class LegalRefusals {

  private LegalRefusals() {}

  /** 422 for an application that came with its steps: a step's fields lie in {@code steps[i]}. */
  static Refusal ofApplication(StepRefused refused) {
    return of(
        refused,
        fault ->
            fault.sequence() == 0
                ? fault.field()
                : "steps[" + (fault.sequence() - 1) + "]." + fault.field());
  }

  /** 422 for a single step. */
  static Refusal ofStep(StepRefused refused) {
    return of(refused, StepFault::field);
  }

  /** 422 for a field that is well-formed and contradicts the facts. */
  static Refusal of(String field, String chinese, String english) {
    return refusal(List.of(Fault.of(field, chinese, english)));
  }

  private static Refusal of(StepRefused refused, Function<StepFault, String> field) {
    return refusal(
        refused.faults().stream()
            .map(fault -> new Fault(field.apply(fault), text(fault.text())))
            .toList());
  }

  private static Refusal refusal(List<Fault> faults) {
    return new Refusal(
        422,
        "not-permitted",
        new Text("不符合《条例》规定或者与事实不符", "Against the Regulation or the facts"),
        new Text("请按 errors 中的说明核对后重新提交。", "Check the fields named in errors and send again."),
        faults);
  }

  private static Text text(BilingualText text) {
    return new Text(text.zh(), text.en());
  }
}
