package disclosure.requests.store.state;

import disclosure.requests.application.step.ReceiptDetail;
import disclosure.requests.personaldata.OtherPersons;
import disclosure.requests.personaldata.OtherPersons.Person;
import java.util.EnumSet;
import java.util.List;
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
 * @param jointApplicants 共同申请人, all of them; not empty
 * @param agent 代理人
 * @param removed what was not received at all
 */
public record ReceiptValues(
    Optional<String> sourceReference,
    Optional<String> subject,
    Optional<String> name,
    Optional<String> identityNumber,
    Optional<String> contact,
    Optional<List<Person>> jointApplicants,
    Optional<Person> agent,
    Set<ReceiptDetail> removed) {

  private static final Set<ReceiptDetail> PERSONAL =
      EnumSet.of(
          ReceiptDetail.SUBJECT,
          ReceiptDetail.APPLICANT_NAME,
          ReceiptDetail.APPLICANT_IDENTITY_NUMBER,
          ReceiptDetail.APPLICANT_CONTACT);

  /** Nothing. */
  public static final ReceiptValues NONE =
      new ReceiptValues(
          Optional.empty(),
          Optional.empty(),
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
    jointApplicants.ifPresent(value -> details.add(ReceiptDetail.JOINT_APPLICANTS));
    agent.ifPresent(value -> details.add(ReceiptDetail.AGENT));
    return details;
  }

  /** Whether there is anything that is forgotten in time. */
  public boolean personal() {
    return subject.isPresent()
        || name.isPresent()
        || identityNumber.isPresent()
        || contact.isPresent()
        || correctsOthers()
        || removed.stream().anyMatch(PERSONAL::contains);
  }

  /** Whether it says who else applies, or that nobody does. */
  public boolean correctsOthers() {
    return jointApplicants.isPresent()
        || agent.isPresent()
        || removed.contains(ReceiptDetail.JOINT_APPLICANTS)
        || removed.contains(ReceiptDetail.AGENT);
  }

  /** Who applies beside the first applicant, or for him, when this is put in place. */
  public OtherPersons corrected(OtherPersons known) {
    return new OtherPersons(
        jointApplicants.orElse(
            removed.contains(ReceiptDetail.JOINT_APPLICANTS) ? List.of() : known.jointApplicants()),
        agent.or(() -> removed.contains(ReceiptDetail.AGENT) ? Optional.empty() : known.agent()));
  }

  /** Without the person: such a text ends up in logs. */
  @Override
  public String toString() {
    return "ReceiptValues" + details();
  }
}
