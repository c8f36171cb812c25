package disclosure.requests.application;

import disclosure.requests.application.note.StepNotes;
import disclosure.requests.application.step.Step;
import disclosure.requests.application.step.Voided;
import java.util.Objects;
import java.util.Optional;

/**
 * A step that is about to be appended.
 *
 * @param step what happened
 * @param corrects the sequence number of an earlier step in whose place this one stands from now
 *     on; with a {@link Voided} step the earlier one is struck
 * @param notes what is noted of it
 */
public record NewStep(Step step, Optional<Integer> corrects, StepNotes notes) {

  /** A step of which nothing is noted. */
  public NewStep(Step step, Optional<Integer> corrects) {
    this(step, corrects, StepNotes.NONE);
  }

  /** Nothing is null. */
  public NewStep {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(corrects, "corrects");
    Objects.requireNonNull(notes, "notes");
  }

  /** A step that goes on from the last one. */
  public static NewStep of(Step step) {
    return new NewStep(step, Optional.empty());
  }

  /** A step that stands in the place of an earlier one. */
  public static NewStep correcting(int sequence, Step step) {
    return new NewStep(step, Optional.of(sequence));
  }
}
