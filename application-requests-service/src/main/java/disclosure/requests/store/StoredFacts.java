package disclosure.requests.store;

import disclosure.requests.application.Application;
import disclosure.requests.application.Receipt;
import disclosure.requests.application.RecordedStep;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.OrganCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the row of an application says, in the codes of whichever release wrote it.
 *
 * @param organCode the organ that must answer
 * @param loggedApplicantType the column of the form, as first logged
 * @param channel how it came in
 * @param receivedOn the day of receipt
 * @param imported whether the history was taken over from another system
 * @param applicantType the column it counts in
 * @param status where it stands
 * @param outcome present if concluded
 * @param concludedOn present if concluded
 * @param dueOn the last day for the answer, when it was last calculated
 * @param dueProvisional whether {@code dueOn} rests on a year without an announced calendar
 * @param recordedAt the moment at which it was recorded
 */
public record StoredFacts(
    OrganCode organCode,
    String loggedApplicantType,
    String channel,
    LocalDate receivedOn,
    boolean imported,
    String applicantType,
    String status,
    Optional<String> outcome,
    Optional<LocalDate> concludedOn,
    Optional<LocalDate> dueOn,
    boolean dueProvisional,
    Instant recordedAt) {

  /** The columns that {@link #read} asks for. */
  static final String COLUMNS =
      "organ_code, logged_applicant_type, channel, received_on, imported, applicant_type, status,"
          + " outcome, concluded_on, due_on, due_provisional,"
          + " application.recorded_at AS application_recorded_at";

  static StoredFacts read(ResultSet row) throws SQLException {
    return new StoredFacts(
        new OrganCode(row.getString("organ_code")),
        row.getString("logged_applicant_type"),
        row.getString("channel"),
        row.getObject("received_on", LocalDate.class),
        row.getBoolean("imported"),
        row.getString("applicant_type"),
        row.getString("status"),
        Optional.ofNullable(row.getString("outcome")),
        Optional.ofNullable(row.getObject("concluded_on", LocalDate.class)),
        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
        row.getBoolean("due_provisional"),
        row.getTimestamp("application_recorded_at").toInstant());
  }

  /** The history with the steps that stand below the row; empty when something is unknown. */
  public Optional<Application> application(List<StoredStep> steps) {
    List<RecordedStep> known = steps.stream().flatMap(step -> recorded(step).stream()).toList();
    try {
      return known.size() == steps.size()
          ? Optional.of(Application.restored(receipt(), known))
          : Optional.empty();
    } catch (IllegalArgumentException unknownCode) {
      return Optional.empty();
    }
  }

  /** What came with a history of another system was recorded there, nobody knows when. */
  private Optional<RecordedStep> recorded(StoredStep step) {
    boolean takenOver = imported && step.recordedAt().equals(recordedAt);
    return takenOver ? step.understood().map(RecordedStep::takenOver) : step.understood();
  }

  private Receipt receipt() {
    return new Receipt(
        organCode,
        ApplicantType.valueOf(loggedApplicantType),
        Channel.valueOf(channel),
        receivedOn,
        imported);
  }
}
