package disclosure.requests.application;

import java.util.Objects;

/**
 * A fault and where it lies.
 *
 * @param sequence the number of the step that was to be recorded; 0 for the receipt. In a history
 *     that came whole it is the step's place in the list, from 1
 * @param field the field relative to that step
 * @param fault the rule that is broken
 * @param text what to tell the client
 * @param bounds what would be right
 */
public record StepFault(
    int sequence, String field, BrokenRule fault, BilingualText text, Bounds bounds) {

  /** Nothing is null. */
  public StepFault {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(fault, "fault");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(bounds, "bounds");
  }

  static StepFault of(int sequence, BrokenRule fault) {
    return of(sequence, Broken.of(fault));
  }

  static StepFault of(int sequence, Broken broken) {
    BrokenRule rule = broken.rule();
    return new StepFault(sequence, rule.field(), rule, broken.text(), broken.bounds());
  }

  /** The same fault, of another step. */
  StepFault at(int other) {
    return new StepFault(other, field, fault, text, bounds);
  }

  /** Whether the same is wrong in the same place, whatever would be right. */
  boolean isLike(StepFault other) {
    return sequence == other.sequence && field.equals(other.field) && fault == other.fault;
  }

  /** The correction is sound in itself but makes another step impossible. */
  static StepFault consequence(int sequence, String field, StepFault other) {
    int broken = other.sequence();
    BrokenRule fault = other.fault();
    return new StepFault(
        sequence,
        field,
        fault,
        new BilingualText(
            "更正后，第" + broken + "个环节不再成立：" + fault.text().zh(),
            "would make step " + broken + " impossible: " + fault.text().en()),
        Bounds.NONE);
  }
}
