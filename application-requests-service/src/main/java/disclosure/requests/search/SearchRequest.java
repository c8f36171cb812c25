package disclosure.requests.search;

import disclosure.edge.Refusal;
import disclosure.requests.contract.OrganCode;
import disclosure.requests.fault.RegisterFault;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is looked for; all that is given must be so. In width, case, blanks, dashes and brackets all
 * writings are the same.
 *
 * @param organCode absent: all organs that the caller acts for
 * @param scope OWN: the organ alone, as without it; SUBTREE: with all below it
 * @param sourceReference the office's own number, whole
 * @param sourceReferencePrefix what the office's own number begins with
 * @param documentNumber 文号 of the answer, whole
 * @param handler who handles it, as the office put it
 * @param subject a part of the subject
 * @param applicantName 姓名或者名称, whole; audited
 * @param applicantContact 联系方式, whole; a telephone number however it is grouped; audited
 * @param identityNumber 身份证明: the number of the proof, whole; audited
 */
public record SearchRequest(
    Optional<OrganCode> organCode,
    Optional<String> scope,
    Optional<@Size(min = 1, max = 128) String> sourceReference,
    Optional<@Size(min = 1, max = 128) String> sourceReferencePrefix,
    Optional<@Size(min = 1, max = 100) String> documentNumber,
    Optional<@Size(min = 1, max = 100) String> handler,
    Optional<@Size(min = 1, max = 100) String> subject,
    Optional<@Size(min = 1, max = 200) String> applicantName,
    Optional<@Size(min = 1, max = 500) String> applicantContact,
    Optional<@Size(min = 1, max = 64) String> identityNumber) {

  /** Without what it says: such a text ends up in logs. */
  @Override
  public String toString() {
    return "SearchRequest";
  }

  /**
   * Makes sure that something is looked for.
   *
   * @throws Refusal 400
   */
  void requireSomething() {
    if (personal().isEmpty()
        && Stream.of(sourceReference, sourceReferencePrefix, documentNumber, handler, subject)
            .allMatch(Optional::isEmpty)) {
      throw Refusal.invalid(RegisterFault.NOTHING_SOUGHT.at("sourceReference"));
    }
  }

  /** The names of the fields that say something about a person. */
  List<String> personal() {
    return Stream.of(
            applicantName.map(any -> "applicantName"),
            applicantContact.map(any -> "applicantContact"),
            identityNumber.map(any -> "identityNumber"))
        .flatMap(Optional::stream)
        .toList();
  }

  /** As the parameters of a list. */
  FilterQuery query() {
    FilterQuery query = new FilterQuery();
    query.organ = organCode.map(OrganCode::value).orElse(null);
    query.scope = scope.orElse(null);
    query.sourceReference = sourceReference.orElse(null);
    query.sourceReferencePrefix = sourceReferencePrefix.orElse(null);
    query.documentNumber = documentNumber.orElse(null);
    query.handler = handler.orElse(null);
    query.subject = subject.orElse(null);
    return query;
  }
}
