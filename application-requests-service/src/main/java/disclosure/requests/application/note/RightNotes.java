package disclosure.requests.application.note;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is right of {@link ReceiptNotes} that were recorded wrongly; what is absent stands as it is.
 *
 * @param submittedOn the day it was handed in or sent
 * @param oral whether it was made by word of mouth
 * @param form in which form the information is asked for
 * @param way on which way
 */
public record RightNotes(
    Optional<LocalDate> submittedOn,
    Optional<Boolean> oral,
    Optional<InformationForm> form,
    Optional<DeliveryWay> way) {

  /** Nothing. */
  public static final RightNotes NONE =
      new RightNotes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Nothing is null. */
  public RightNotes {
    Objects.requireNonNull(submittedOn, "submittedOn");
    Objects.requireNonNull(oral, "oral");
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(way, "way");
  }
}
