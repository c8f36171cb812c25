package disclosure.requests.application;

import disclosure.requests.application.note.StepNotes;
import disclosure.requests.application.step.Step;
import java.util.Objects;
import java.util.Optional;

/**
 * A step in the register. It is never edited.
 *
 * @param sequence from 1, in the order of recording, without gaps
 * @param step what happened
 * @param corrects the earlier step in whose place this one stands
 * @param notes what is noted of it
 */
public record RecordedStep(int sequence, Step step, Optional<Integer> corrects, StepNotes notes) {

  /** A step of which nothing is noted. */
  public RecordedStep(int sequence, Step step, Optional<Integer> corrects) {
    this(sequence, step, corrects, StepNotes.NONE);
  }

  /** Nothing is null. */
  public RecordedStep {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(corrects, "corrects");
    Objects.requireNonNull(notes, "notes");
  }
}
