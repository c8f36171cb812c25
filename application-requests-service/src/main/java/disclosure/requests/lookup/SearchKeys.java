package disclosure.requests.lookup;

import static java.nio.charset.StandardCharsets.UTF_8;

import disclosure.edge.Writing;
import disclosure.requests.personaldata.PersonalDataCipher;
import disclosure.requests.personaldata.SealedApplicant;
import java.util.List;
import java.util.Optional;

/**
 * By what one application is found.
 *
 * @param reference its number in the one writing
 * @param name a digest of the applicant's name
 * @param contact a digest of the way to reach him
 * @param request a digest of who asks for what, by which the same request is recognised
 */
public record SearchKeys(
    String reference, Optional<byte[]> name, Optional<byte[]> contact, Optional<byte[]> request) {

  private static final String NAME = "application.name_digest";
  private static final String CONTACT = "application.contact_digest";
  private static final String REQUEST = "application.request_digest";

  /** What an application says of itself, in the clear. */
  public record Said(
      String reference,
      Optional<String> name,
      Optional<String> identityNumber,
      Optional<String> contact,
      Optional<String> subject) {

    /** Without the person: such a text ends up in logs. */
    @Override
    public String toString() {
      return "Said";
    }
  }

  /** The keys of what an application says, under the primary key. */
  public static SearchKeys of(Said said, PersonalDataCipher cipher) {
    Optional<String> name = Writing.of(said.name());
    Optional<String> contact =
        said.contact().map(Writing::ofContact).filter(folded -> !folded.isEmpty());
    // Who has no name is known by his number, or by the way to reach him.
    Optional<String> who = name.or(() -> Writing.of(said.identityNumber())).or(() -> contact);
    Optional<String> request =
        who.flatMap(somebody -> Writing.of(said.subject()).map(what -> somebody + "\n" + what));
    return new SearchKeys(
        Writing.of(said.reference()),
        digest(name, NAME, cipher),
        digest(contact, CONTACT, cipher),
        digest(request, REQUEST, cipher));
  }

  /** Only the number, where nothing is known of the person. */
  public static SearchKeys ofReference(String reference) {
    return new SearchKeys(
        Writing.of(reference), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Every digest under which applications of somebody of the name may be found. */
  public static List<byte[]> ofName(String name, PersonalDataCipher cipher) {
    return cipher.fingerprints(Writing.of(name).getBytes(UTF_8), NAME);
  }

  /** Every digest under which applications of somebody with the contact may be found. */
  public static List<byte[]> ofContact(String contact, PersonalDataCipher cipher) {
    return cipher.fingerprints(Writing.ofContact(contact).getBytes(UTF_8), CONTACT);
  }

  /** Every digest under which applications of somebody with the identity number may be found. */
  public static List<byte[]> ofIdentityNumber(String number, PersonalDataCipher cipher) {
    return SealedApplicant.fingerprints(number, cipher);
  }

  private static Optional<byte[]> digest(
      Optional<String> text, String purpose, PersonalDataCipher cipher) {
    return text.map(known -> cipher.fingerprint(known.getBytes(UTF_8), purpose));
  }
}
