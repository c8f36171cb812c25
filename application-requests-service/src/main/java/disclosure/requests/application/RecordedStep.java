package disclosure.requests.application;

import disclosure.requests.application.note.StepNotes;
import disclosure.requests.application.step.Step;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A step in the register. It is never edited.
 *
 * @param sequence from 1, in the order of recording, without gaps
 * @param step what happened
 * @param corrects the earlier step in whose place this one stands
 * @param notes what is noted of it
 * @param recordedOn the day of recording in Asia/Shanghai; empty for a history taken over from
 *     another system, which says nothing of when that recorded it
 * @param receivedBefore the day of receipt that a correction of it replaced
 */
public record RecordedStep(
    int sequence,
    Step step,
    Optional<Integer> corrects,
    StepNotes notes,
    Optional<LocalDate> recordedOn,
    Optional<LocalDate> receivedBefore) {

  /** A step of which nothing is noted, and nobody knows when it was recorded. */
  public RecordedStep(int sequence, Step step, Optional<Integer> corrects) {
    this(sequence, step, corrects, StepNotes.NONE, Optional.empty(), Optional.empty());
  }

  /** The same in a history that is taken over from another system. */
  public RecordedStep takenOver() {
    return new RecordedStep(sequence, step, corrects, notes, Optional.empty(), receivedBefore);
  }

  /** Nothing is null. */
  public RecordedStep {
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(corrects, "corrects");
    Objects.requireNonNull(notes, "notes");
    Objects.requireNonNull(recordedOn, "recordedOn");
    Objects.requireNonNull(receivedBefore, "receivedBefore");
  }
}
