package disclosure.statistics.count;

import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.ApplicationState;
import disclosure.requests.contract.ApplicationStatus;
import disclosure.requests.contract.FormRow;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.contract.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of an application's state that counts.
 *
 * @param organ the organ counted under
 * @param type the column
 * @param receivedOn the day of receipt
 * @param status a voided application counts nowhere
 * @param outcome present when concluded
 * @param concludedOn present when concluded
 */
public record CountedState(
    OrganCode organ,
    ApplicantType type,
    LocalDate receivedOn,
    ApplicationStatus status,
    Optional<Outcome> outcome,
    Optional<LocalDate> concludedOn) {

  /** The part of the event that counts. */
  public static CountedState of(ApplicationState state) {
    return new CountedState(
        state.organCode(),
        state.applicantType(),
        state.receivedOn(),
        state.status(),
        state.outcome(),
        state.concludedOn());
  }

  /** The daily cells that the application is in: none when voided, one when open, else two. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>(2);
    if (status != ApplicationStatus.VOIDED) {
      cells.add(new Cell(organ, receivedOn, FormRow.NEWLY_RECEIVED, type));
      outcome.ifPresent(
          ended -> cells.add(new Cell(organ, concludedOn.orElseThrow(), FormRow.of(ended), type)));
    }
    return cells;
  }
}
