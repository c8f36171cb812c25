package disclosure.requests.search;

import disclosure.edge.Writing;
import disclosure.requests.lookup.SearchKeys;
import disclosure.requests.personaldata.PersonalDataCipher;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an application that is looked for; nothing of it is in the clear that is about a
 * person.
 *
 * @param reference its number in the one writing
 * @param referencePrefix what the number begins with
 * @param documentNumber the number of its answer in the one writing
 * @param handler who handles it
 * @param names digests of the applicant's name, one of which it has; absent for any
 * @param contacts the same of the way to reach him
 * @param identities the same of his identity number
 */
record Sought(
    Optional<String> reference,
    Optional<String> referencePrefix,
    Optional<String> documentNumber,
    Optional<String> handler,
    Optional<List<byte[]>> names,
    Optional<List<byte[]>> contacts,
    Optional<List<byte[]>> identities) {

  static final Sought ANY =
      ofNumber(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static Sought ofNumber(
      Optional<String> reference,
      Optional<String> prefix,
      Optional<String> documentNumber,
      Optional<String> handler) {
    return new Sought(
        Writing.of(reference),
        Writing.of(prefix),
        Writing.of(documentNumber),
        handler,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same, and about whom. */
  Sought by(SearchRequest request, PersonalDataCipher cipher) {
    return new Sought(
        reference,
        referencePrefix,
        documentNumber,
        handler,
        request.applicantName().map(name -> SearchKeys.ofName(name, cipher)),
        request.applicantContact().map(contact -> SearchKeys.ofContact(contact, cipher)),
        request.identityNumber().map(number -> SearchKeys.ofIdentityNumber(number, cipher)));
  }
}
