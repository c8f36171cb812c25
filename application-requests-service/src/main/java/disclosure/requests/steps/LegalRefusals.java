package disclosure.requests.steps;

import disclosure.edge.Expected;
import disclosure.edge.Fault;
import disclosure.edge.Refusal;
import disclosure.edge.Text;
import disclosure.requests.application.BilingualText;
import disclosure.requests.application.Bounds;
import disclosure.requests.application.StepFault;
import disclosure.requests.application.StepRefused;
import java.util.function.Function;

/** What the domain refuses, as a problem that names the client's fields. */
public final class LegalRefusals {

  private LegalRefusals() {}

  /** 422 for an application that came with its steps: a step's fields lie in {@code steps[i]}. */
  public static Refusal ofApplication(StepRefused refused) {
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

  private static Refusal of(StepRefused refused, Function<StepFault, String> field) {
    return Refusal.notPermitted(
        refused.faults().stream().map(fault -> fault(field.apply(fault), fault)).toList());
  }

  private static Fault fault(String field, StepFault broken) {
    Fault fault = Fault.of(field, new LegalFault(broken.fault()), text(broken.text()));
    Bounds bounds = broken.bounds();
    return bounds.equals(Bounds.NONE)
        ? fault
        : fault.expecting(new Expected(bounds.oneOf(), bounds.atLeast(), bounds.atMost()));
  }

  private static Text text(BilingualText text) {
    return new Text(text.zh(), text.en());
  }
}
