package disclosure.requests.store.state;

import disclosure.requests.application.step.ReceiptDetail;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The right values of what was received, beside the facts that a step holds; what is absent stands
 * as it is.
 *
 * @param sourceReference the office's own number
 * @param subject what is asked for
 * @param name 姓名或者名称
 * @param identityNumber 身份证明
 * @param contact 联系方式
 * @param removed what was not received at all
 */
public record ReceiptValues(
    Optional<String> sourceReference,
    Optional<String> subject,
    Optional<String> name,
    Optional<String> identityNumber,
    Optional<String> contact,
    Set<ReceiptDetail> removed) {

  /** Nothing. */
  public static final ReceiptValues NONE =
      new ReceiptValues(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Set.of());

  /** Which of them are there. */
  public Set<ReceiptDetail> details() {
    Set<ReceiptDetail> details = EnumSet.noneOf(ReceiptDetail.class);
    sourceReference.ifPresent(value -> details.add(ReceiptDetail.SOURCE_REFERENCE));
    subject.ifPresent(value -> details.add(ReceiptDetail.SUBJECT));
    name.ifPresent(value -> details.add(ReceiptDetail.APPLICANT_NAME));
    identityNumber.ifPresent(value -> details.add(ReceiptDetail.APPLICANT_IDENTITY_NUMBER));
    contact.ifPresent(value -> details.add(ReceiptDetail.APPLICANT_CONTACT));
    return details;
  }

  /** Whether there is anything that is forgotten in time. */
  public boolean personal() {
    return subject.isPresent()
        || name.isPresent()
        || identityNumber.isPresent()
        || contact.isPresent()
        || !removed.isEmpty();
  }

  /** Without the person: such a text ends up in logs. */
  @Override
  public String toString() {
    return "ReceiptValues" + details();
  }
}
