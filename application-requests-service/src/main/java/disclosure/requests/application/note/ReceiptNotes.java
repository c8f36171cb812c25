package disclosure.requests.application.note;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is noted of an application beside what counts (《条例》第二十九条、第三十一条); all of it may be missing.
 *
 * @param submittedOn the day it was handed in or sent, where the day of receipt is a later one: by
 *     ordinary mail, internet or fax the day on which both sides confirm it
 * @param oral whether it was made by word of mouth, and written down by the office
 * @param form in which form the information is asked for
 * @param way on which way
 */
public record ReceiptNotes(
    Optional<LocalDate> submittedOn,
    boolean oral,
    Optional<InformationForm> form,
    Optional<DeliveryWay> way) {

  /** Whether it was handed in after the day on which it was received, which can't be. */
  public boolean isSubmittedAfter(LocalDate receivedOn) {
    return submittedOn.filter(receivedOn::isBefore).isPresent();
  }

  /** Nothing is null. */
  public ReceiptNotes {
    Objects.requireNonNull(submittedOn, "submittedOn");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(way, "way");
  }
}
