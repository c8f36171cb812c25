package disclosure.requests.application.step;

import disclosure.requests.application.note.ReceiptNotes;
import disclosure.requests.application.note.RightNotes;
import disclosure.requests.contract.ApplicantType;
import disclosure.requests.contract.Channel;
import disclosure.requests.contract.StepType;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * 更正收到信息: what was received was recorded wrongly, and counts from now on as it is said here. What
 * stood before is kept; a further one corrects this one.
 *
 * @param on the day of the correction
 * @param receivedOn the right day of receipt (《条例》第三十一条)
 * @param channel the right way in which it came in
 * @param applicantType the right column of the form
 * @param notes what is right of what is noted beside
 * @param details what else was recorded wrongly; the values are not a step's
 * @param removed what was not received at all, and stands no more
 * @param reason why, for the file; not blank
 */
public record ReceiptCorrected(
    LocalDate on,
    Optional<LocalDate> receivedOn,
    Optional<Channel> channel,
    Optional<ApplicantType> applicantType,
    RightNotes notes,
    Set<ReceiptDetail> details,
    Set<ReceiptDetail> removed,
    String reason)
    implements Step {

  /** One that takes nothing away, and leaves what is noted beside. */
  public ReceiptCorrected(
      LocalDate on,
      Optional<LocalDate> receivedOn,
      Optional<Channel> channel,
      Optional<ApplicantType> applicantType,
      Set<ReceiptDetail> details,
      String reason) {
    this(on, receivedOn, channel, applicantType, RightNotes.NONE, details, Set.of(), reason);
  }

  /** Nothing is null. */
  public ReceiptCorrected {
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(receivedOn, "receivedOn");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(applicantType, "applicantType");
    Objects.requireNonNull(notes, "notes");
    Objects.requireNonNull(reason, "reason");
    details = Set.copyOf(details);
    removed = Set.copyOf(removed);
  }

  /** What it makes of what was noted. */
  public ReceiptNotes corrected(ReceiptNotes noted) {
    return new ReceiptNotes(
        notes.submittedOn().or(() -> kept(ReceiptDetail.SUBMITTED_ON, noted.submittedOn())),
        notes.oral().orElse(noted.oral()),
        notes.form().or(() -> kept(ReceiptDetail.REQUESTED_FORM, noted.form())),
        notes.way().or(() -> kept(ReceiptDetail.REQUESTED_WAY, noted.way())));
  }

  private <T> Optional<T> kept(ReceiptDetail detail, Optional<T> noted) {
    return removed.contains(detail) ? Optional.empty() : noted;
  }

  @Override
  public StepType type() {
    return StepType.RECEIPT_CORRECTED;
  }

  @Override
  public <R> R accept(StepVisitor<R> visitor) {
    return visitor.receiptCorrected(this);
  }
}
